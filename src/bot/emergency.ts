import { LoosePhrases } from '../search/loose-phrases.ts';
import { spell, type Token, tokenize } from '../search/token.ts';
import type { EmergencyNumber } from './texts.ts';

const MOST_WORDS = 25; // a longer message is a story, told when it is over

/** What somebody cries who needs help now, and whom to call first. A `…` stands for up to four words. */
const CRIES = new LoosePhrases<EmergencyNumber>([
  ...cries(113, [
    'cầm dao',
    'cầm mã tấu',
    'cầm rựa',
    'chém nhau',
    'chém người',
    'bị chém',
    'đang đánh',
    'đánh nhau',
    'đánh … chảy máu',
    'đánh … túi bụi',
    'dọa giết',
    'đòi giết',
    'bị cướp',
    'cướp giật',
    'trộm đang',
    'có trộm',
    'phá cửa',
    'nguy cấp',
  ]),
  ...cries(114, [
    'cháy rồi',
    'đang cháy',
    'cháy nhà',
    'nhà … cháy',
    'cháy lớn',
    'cháy to',
    'bốc cháy',
    'bốc lửa',
    'lửa … lan',
    'nổ bình ga',
    'xì ga',
    'ngã … xuống ao',
    'ngã … xuống sông',
    'ngã … xuống giếng',
    'ngã … xuống kênh',
    'rơi … xuống ao',
    'rơi … xuống sông',
    'rơi … xuống giếng',
    'té … xuống ao',
    'té … xuống sông',
    'té … xuống kinh',
    'té … xuống giếng',
    'rớt … xuống sông',
    'rớt … xuống mương',
    'đuối nước',
    'chết đuối',
    'lật ghe',
    'lật thuyền',
    'chìm ghe',
    'lũ cuốn',
    'nước cuốn',
    'lũ về',
    'nước lũ … nhà',
    'lũ … tới nóc',
    'kẹt trong',
    'kẹt ở trong',
    'mắc kẹt',
    'sập nhà',
    'nhà … sập',
    'vùi lấp',
    'đất đá … trôi',
    'dây điện … đứt',
    'đứt dây điện',
    'dây điện … rơi',
    'dây điện … rớt',
  ]),
  ...cries(115, [
    'khó thở',
    'tức ngực',
    'đau ngực',
    'bất tỉnh',
    'nằm bất động',
    'ngất xỉu',
    'xỉu rồi',
    'co giật',
    'sùi bọt mép',
    'đột quỵ',
    'điện giật',
    'rắn cắn',
    'uống thuốc sâu',
    'uống thuốc trừ sâu',
    'uống thuốc chuột',
    'uống thuốc diệt cỏ',
    'muốn chết',
    'tự tử',
    'treo cổ',
    'tai biến … nói',
    'vỡ ối',
    'chảy máu … nhiều',
    'máu chảy',
    'tai nạn … nằm',
    'đụng xe … nằm',
  ]),
]);

/** Who asks for papers, money or rules, or tells of last year, is in no danger now. */
const CALM =
  /\b(giay|thu tuc|ho so|tro cap|che do|ho tro|bao hiem|boi thuong|mien giam|giam thue|mai tang|khai tu|lam lai|cap lai|so do|hom truoc|hom qua|tuan truoc|thang truoc|nam ngoai|ngay xua|hoi truoc|nguy co|de phong|phong chay|tap huan|quy dinh|hay bi|co the|dem qua|dau thang|xin|mong|suyt|toi muon|em muon|tien|kien)\b/;

/** Whoever cries for rescue is in danger now, whatever else is said. */
const RESCUE = /\b(cuu voi|cuu toi|cuu em|cuu chau|cuu nguoi|keu cuu)\b/;

/** The number to call first when a message cries for help now; undefined when it does not. */
export function emergencyIn(text: string): EmergencyNumber | undefined {
  const words: Token[] = tokenize(text);
  const spelled = spell(words);
  const isCalm = CALM.test(spelled) && !RESCUE.test(spelled);
  return words.length > MOST_WORDS || isCalm ? undefined : CRIES.find(words);
}

function cries(number: EmergencyNumber, phrases: readonly string[]) {
  return phrases.map((phrase) => [phrase, number] as const);
}
