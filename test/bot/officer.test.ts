import { beforeEach, describe, expect, it } from 'vitest';
import { does, NOW } from '../helpers/build.ts';
import { realHere } from '../helpers/real.ts';
import { Talk, textOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere();
const MINUTE = 60_000;

describe('a resident who wants to talk to a person', () => {
  it.each(['gặp cán bộ', 'cho tôi gặp cán bộ', 'muốn nói chuyện với người thật', 'gap can bo'])(
    'has an officer called: %s',
    (words) => {
      const outcome = new Talk(realHere()).says(words);

      expect(outcome.session.step).toBe('with-officer');
    },
  );

  it('is told for how long the assistant keeps quiet', () => {
    const outcome = new Talk({ ...here, officerMinutes: 45 }).says('gặp cán bộ');

    expect(textOf(outcome)).toContain('45 phút');
    expect(outcome.session).toMatchObject({ until: new Date(NOW.getTime() + 45 * MINUTE) });
  });
});

describe('while an officer has the conversation, the assistant', () => {
  let talk: Talk;

  beforeEach(() => {
    talk = new Talk(here);
    talk.says('gặp cán bộ');
  });

  it.each(['làm khai sinh cần gì', 'cháu cảm ơn', '1', '👍', 'cho em hỏi #1 là gì', '#1 là sao ạ'])(
    'keeps quiet whatever is typed: %s',
    (text) => {
      expect(talk.says(text).replies).toEqual([]);
    },
  );

  it.each([
    does('image', { urls: ['https://i.example/a.jpg'], text: 'giấy của tôi đây' }),
    does('location', { latitude: 22.6, longitude: 104.5 }),
    does('file', { url: 'https://f.example/a.pdf', name: 'a.pdf', sizeBytes: 9 }),
    does('media', { media: 'audio', text: '' }),
    does('contact-shared', { name: 'Lan', phone: undefined, address: undefined }),
  ] as const)('keeps quiet when something is sent: $type', (event) => {
    const outcome = talk.sends(event);

    expect(outcome?.replies).toEqual([]);
    expect(talk.says('cán bộ xem giúp').replies).toEqual([]);
  });

  it.each(['menu', 'Menu', 'danh mục', 'quay lại', 'gặp bot'])(
    'comes back when called: %s',
    (word) => {
      expect(talk.says(word).replies).not.toEqual([]);
      expect(talk.session.step).not.toBe('with-officer');
    },
  );

  it('comes back when a choice is tapped', () => {
    expect(textOf(talk.says('#procedure:1.000894'))).toContain('Đăng ký kết hôn');
  });

  it('comes back when the time is over, not a minute before', () => {
    talk.now = new Date(NOW.getTime() + 59 * MINUTE);
    const before = talk.says('đăng ký kết hôn');
    talk.now = new Date(NOW.getTime() + 60 * MINUTE);
    const after = talk.says('đăng ký kết hôn');

    expect(before.replies).toEqual([]);
    expect(textOf(after)).toContain('Đăng ký kết hôn');
  });
});

describe('an officer who answers in Zalo’s own tool', () => {
  it('has the conversation from then on', () => {
    const talk = new Talk(here);

    talk.sends(does('staff-message', { text: 'Chào bác, bác mang giấy tới giúp em' }));

    expect(talk.says('vâng, mai tôi mang khai sinh tới').replies).toEqual([]);
  });

  it('is not interrupted by the assistant about it', () => {
    const outcome = new Talk(here).sends(does('staff-message', { text: 'Chào bác' }));

    expect(outcome?.replies).toEqual([]);
  });

  it('has it longer with every answer', () => {
    const talk = new Talk(here);
    talk.sends(does('staff-message', { text: 'Chào bác' }));
    talk.now = new Date(NOW.getTime() + 50 * MINUTE);
    talk.sends(does('staff-message', { text: 'Bác chờ em một lát' }));

    talk.now = new Date(NOW.getTime() + 100 * MINUTE);

    expect(talk.says('xong chưa em').replies).toEqual([]);
  });
});

describe('a resident who calls an officer', () => {
  const at = (iso: string) => textOf(new Talk(here, new Date(iso)).says('gặp cán bộ'));

  it.each([
    ['on Saturday', '2026-11-21T09:00:00+07:00', '07:30 thứ Hai, 23/11/2026'],
    ['in the evening', '2026-11-24T20:00:00+07:00', '07:30 thứ Tư, 25/11/2026'],
    ['at noon', '2026-11-24T12:00:00+07:00', '13:30 thứ Ba, 24/11/2026'],
  ])('%s is told when somebody is at work again', (_, moment, opening) => {
    expect(at(moment)).toContain(`cán bộ làm việc lại từ ${opening}`);
  });

  it('in office hours is told nothing of hours', () => {
    expect(at('2026-11-24T09:00:00+07:00')).not.toMatch(/ngoài giờ|làm việc lại/);
  });
});
