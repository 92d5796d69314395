/**
 * Passwords that are tried first, of ten letters and digits or more, in lower case. The shorter ones are refused by
 * their length, rows and repeats by rule.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `0987654321 1029384756 1122334455 11223344556677 123123123123 1234554321 1234567890123 123456789a 123456789abc
123456789q 123456789z 123456abcdef 1234qwerasdf 1234qwerty 123abc456def 123qweasdzxc 1q2w3e4r5t 1q2w3e4r5t6y
1qaz2wsx3edc 1qazxsw23edc 147258369 1472583690 9876543210 a123456789 aa12345678 aa123456789 abc1234567 abc123456789
abcd123456 abcd1234567 abcd12345678 abcde12345 abcdef123456 admin123456 admin12345678 administrator admin1234567
anhyeuem123 anhyeuem1234 asdfghjkl123 asdfghjklzxcvbnm baotramanh cachmang1945 canbo123456 canbo12345 canbo2026
chinhquyen changeme123 chutichxa123 congan123456 default123 diachinh123 emyeuanh123 football123 hanhchinh1 hanhchinh123
hochiminh123 hochiminh1890 iloveyou12 iloveyou123 iloveyou1234 khongbiet123 khongcho123 khongcopass letmein123
letmein1234 lienhehotline lovelove123 matkhau123 matkhau1234 matkhau12345 matkhau123456 matkhaumoi matkhaumoi1
motcua123456 motcua2025 motcua2026 motcuaxa123 nguyenvana nguyenvana1 nguyenvana123 p4ssw0rd123 passw0rd12 passw0rd123
passw0rd1234 password01 password10 password11 password12 password123 password1234 password12345 password123456
password2024 password2025 password2026 passwordpassword q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc123 qazwsxedcrfv qweasdzxc123
qwer123456 qwer12345678 qwerasdfzxcv qwerty12345 qwerty123456 qwerty1234567 qwertyqwerty qwertyuiop qwertyuiop123
qwertyuiopasdfghjkl saigon123456 sinhnhat123 superman123 taikhoan123 thanhpho123 tienphong123 troly123456
trungtam123 tuyenquang tuyenquang1 tuyenquang123 uybannhandan uybannhandan123 ubndxa123456 vanphong123 vietnam123
vietnam1234 vietnam12345 vietnam123456 vietnam1945 vietnam1975 vietnam2025 vietnam2026 vietnamvodich welcome123
welcome1234 yeuem123456 zalo123456 zalo12345678 zaq12wsxcde zxcvbnm123 zxcvbnm1234 zxcvbnmasdfghjkl`.split(
    /\s+/,
  ),
);
