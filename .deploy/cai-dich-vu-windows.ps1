# Cài chương trình thành việc chạy nền của Windows: tự chạy khi bật máy, tự chạy lại khi hỏng.
# Mở PowerShell bằng quyền quản trị, vào thư mục chương trình, rồi chạy:
#   powershell -ExecutionPolicy Bypass -File .deploy\cai-dich-vu-windows.ps1
# Tệp này phải có dấu BOM ở đầu: không có thì Windows PowerShell đọc sai chữ Việt và báo lỗi cú pháp.
# Gỡ: Unregister-ScheduledTask -TaskName "Tro ly Mot cua"
$ErrorActionPreference = 'Stop'
$folder = Split-Path -Parent $PSScriptRoot
$node = (Get-Command node).Source
# Việc chạy nền không có cửa sổ: điều chương trình nói được ghi vào nhat-ky\nhat-ky.log.
$command = '/c ""' + $node + '" dist\main.js >> nhat-ky\nhat-ky.log 2>&1"'
$action = New-ScheduledTaskAction -Execute 'cmd.exe' -Argument $command -WorkingDirectory $folder
# Chạy khi bật máy; và cứ 5 phút xem lại, đang chạy thì thôi: hỏng giữa chừng cũng tự chạy lại.
$trigger = @(
  (New-ScheduledTaskTrigger -AtStartup),
  (New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes 5))
)
$settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew `
  -ExecutionTimeLimit ([TimeSpan]::Zero) -StartWhenAvailable -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
# LOCAL SERVICE có ít quyền; chỉ cho ghi vào các thư mục cần ghi.
$principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-19' -LogonType ServiceAccount
New-Item -ItemType Directory -Force -Path "$folder\data", "$folder\nhat-ky" | Out-Null
icacls "$folder" /grant '*S-1-5-19:(OI)(CI)RX' | Out-Null
# Dữ liệu của người dân và khóa bí mật: chỉ hệ thống, quản trị viên và chương trình đọc được.
icacls "$folder\data" /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-19:(OI)(CI)M' | Out-Null
if (Test-Path "$folder\.env") {
  icacls "$folder\.env" /inheritance:r /grant '*S-1-5-18:F' '*S-1-5-32-544:F' '*S-1-5-19:R' | Out-Null
}
icacls "$folder\knowledge" /grant '*S-1-5-19:(OI)(CI)M' | Out-Null
icacls "$folder\nhat-ky" /grant '*S-1-5-19:(OI)(CI)M' | Out-Null
Register-ScheduledTask -TaskName 'Tro ly Mot cua' -Action $action -Trigger $trigger -Settings $settings `
  -Principal $principal -Force | Out-Null
Start-ScheduledTask -TaskName 'Tro ly Mot cua'
Write-Host 'Đã cài. Mở http://127.0.0.1:3000/healthz để xem tình trạng.'
