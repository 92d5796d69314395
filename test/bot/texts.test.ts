import { describe, expect, it } from 'vitest';
import { FACET_TITLES } from '../../src/bot/procedure-texts.ts';
import { reportTexts } from '../../src/bot/report-texts.ts';
import { counterContact, texts, STATE_WORDS } from '../../src/bot/texts.ts';
import { commune, ticket } from '../helpers/build.ts';

type Said = readonly [name: string, text: string];

/** Every text, with plain values put in where it takes some. */
const all: readonly Said[] = [
  ...Object.entries(texts).flatMap(([name, text]): Said[] =>
    typeof text === 'string' ? [[name, text]] : [],
  ),
  ['greeting', texts.greeting(commune())],
  ['cannotRead', texts.cannotRead('tin nhắn thoại')],
  ['severalNeeds', texts.severalNeeds(2)],
  ['doNotKnow', texts.doNotKnow(commune())],
  ['abolished', texts.abolished('Đăng ký khai sinh')],
  ['fieldPage', texts.fieldPage('Hộ tịch')],
  ['officerCalled', texts.officerCalled(60)],
  ['officerCalled off hours', texts.officerCalled(60, '07:30 thứ Hai, 23/11/2026')],
  ['officerSays', texts.officerSays('Mời bác tới quầy.')],
  ...Object.entries(reportTexts).flatMap(([name, text]): Said[] =>
    typeof text === 'string' ? [[name, text]] : [],
  ),
  ['mixed', reportTexts.mixed('Đường hỏng')],
  ['askPlace', reportTexts.askPlace('Đường hỏng')],
  ['askContact', reportTexts.askContact('Đường hỏng', '')],
  ['readBack', reportTexts.readBack(ticket({ imageUrls: ['https://a.example/1.jpg'] }))],
  ['kept', reportTexts.kept(ticket())],
  ['kept as official', reportTexts.kept(ticket({ standing: 'official' }))],
  ['status', reportTexts.status(ticket(), STATE_WORDS.new)],
  ['unknownCode', reportTexts.unknownCode('ND-2611-0007')],
  ['stillOpen', reportTexts.stillOpen('Đường hỏng')],
  ['counterContact', counterContact(commune())],
  ...Object.entries(STATE_WORDS),
  ...Object.entries(FACET_TITLES),
];

describe('everything the bot says', () => {
  it.each(all)('fits one message of Zalo: %s', (_, text) => {
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(2000);
  });

  it.each(all)('names no office that is no more: %s', (_, text) => {
    expect(text).not.toMatch(
      /(UBND|Ủy ban nhân dân|Công an) (cấp )?(huyện|quận|thị xã)|\bquận\b/iu,
    );
  });

  it.each(all)('is composed Vietnamese without blanks at its ends: %s', (_, text) => {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/undefined|null|\[object|NaN|\{|\}/);
  });

  it.each(all)(
    'never promises by law, nor asks for a picture of an identity card: %s',
    (_, text) => {
      expect(text).not.toMatch(/theo luật|cam kết|gửi ảnh (thẻ )?căn cước/iu);
    },
  );
});
