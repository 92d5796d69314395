import { describe, expect, it } from 'vitest';
import { commune } from '../helpers/build.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const blank = smallHere();
const filled = smallHere({
  commune: commune({
    office: {
      address: 'Thôn Nấm Dẩn',
      phone: '0219 3 111 222',
      email: 'ubnd@namdan.example',
      website: 'https://namdan.example',
    },
    serviceCentre: {
      name: 'Trung tâm Phục vụ hành chính công',
      address: 'Nhà một cửa',
      phone: '0219 3 333 444',
      email: null,
      website: null,
      hours: ['Sáng 7h30–11h30', 'Chiều 13h30–17h00'],
    },
    police: { name: 'Công an xã Nấm Dẩn', phone: '0219 3 555 666', address: 'Cạnh UBND xã' },
  }),
});

describe('where the commune is and when it is open', () => {
  it.each([
    'giờ làm việc',
    'ủy ban xã ở đâu',
    'số điện thoại ủy ban',
    'thứ bảy có làm không',
    'may gio mo cua',
    'công an xã ở đâu',
    'uỷ ban xã ở đâu ạ',
  ])('is told when asked: %s', (question) => {
    expect(new Talk(filled).says(question).kind).toBe('office');
  });

  it('has every contact that the commune gave', () => {
    const text = textOf(new Talk(filled).says('giờ làm việc'));

    for (const fact of [
      ...['Thôn Nấm Dẩn', '0219 3 111 222', 'ubnd@namdan.example', 'https://namdan.example'],
      ...['Nhà một cửa', '0219 3 333 444', 'Sáng 7h30–11h30', 'Chiều 13h30–17h00'],
      ...['0219 3 555 666', 'Cạnh UBND xã'],
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toContain('chưa cung cấp');
  });

  it('owns up to what the commune has not given, and never says null', () => {
    const text = textOf(new Talk(blank).says('giờ làm việc'));

    expect(text).toContain('Giờ làm việc: xã chưa cung cấp cho em');
    expect(text).toContain('Điện thoại: xã chưa cung cấp cho em');
    expect(text).not.toMatch(/null|undefined/);
  });

  it('offers an officer', () => {
    const talk = new Talk(blank);
    const outcome = talk.says('giờ làm việc');

    expect(titlesOf(outcome)).toEqual(['Gặp cán bộ']);
    expect(talk.taps('Gặp cán bộ').session.step).toBe('with-officer');
  });
});
