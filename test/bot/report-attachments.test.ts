import { describe, expect, it } from 'vitest';
import type { ImageEvent, LocationEvent } from '../../src/model/event.ts';
import { does } from '../helpers/build.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere();
const PHOTO = 'https://i.example/a.jpg';
const MATTER = 'Cống trước trường học bị vỡ, nước chảy ra đường';

function photo(text = '', ...urls: readonly string[]): ImageEvent {
  return does('image', { urls: urls.length === 0 ? [PHOTO] : urls, text });
}

function place(): LocationEvent {
  return does('location', { latitude: 22.65, longitude: 104.55 });
}

describe('a picture', () => {
  it('sent out of the blue is offered to become a report', () => {
    const outcome = new Talk(here).sends(photo());

    expect(textOf(outcome)).toContain('muốn gửi làm phản ánh');
    expect(titlesOf(outcome)).toEqual(['Gửi phản ánh', 'Không gửi nữa']);
  });

  it('goes with the words that follow', () => {
    const talk = new Talk(here);
    talk.sends(photo());
    talk.says(MATTER);
    const readBack = talk.skips();

    const outcome = talk.files();

    expect(textOf(readBack)).toContain('Kèm 1 ảnh');
    expect(outcome.effects?.report?.draft).toMatchObject({ content: MATTER, imageUrls: [PHOTO] });
  });

  it.each(['có', 'vâng ạ', 'Gửi phản ánh', '1'])(
    'leads to the question what it shows, and is kept, when the resident says: %s',
    (yes) => {
      const talk = new Talk(here);
      talk.sends(photo());

      const asked = talk.says(yes);
      talk.says(MATTER);

      expect(textOf(asked)).toContain('chuyện gì, ở đâu');
      expect(talk.files().effects?.report?.draft.imageUrls).toEqual([PHOTO]);
    },
  );

  it.each(['không', 'không ạ', 'thôi', '2'])('is let go when the resident says: %s', (no) => {
    const talk = new Talk(here);
    talk.sends(photo());

    expect(talk.says(no).handler).toBe('report-dropped');
  });

  it('with words under it is taken as told', () => {
    const talk = new Talk(here);
    talk.sends(photo(MATTER));

    expect(talk.session.step).toBe('report-contact');
    expect(textOf(talk.skips())).toContain(`“${MATTER}”\n• Kèm 1 ảnh`);
  });

  it('joins a report that is being told, with the words under it', () => {
    const talk = new Talk(here);
    talk.says(MATTER);

    talk.sends(photo('chỗ này ạ'));

    const draft = talk.files().effects?.report?.draft;
    expect(draft).toMatchObject({ content: `${MATTER}\nchỗ này ạ`, imageUrls: [PHOTO] });
  });

  it('is one of at most ten', () => {
    const talk = new Talk(here);
    talk.says(MATTER);
    for (let i = 0; i < 6; i++) talk.sends(photo('', `${PHOTO}?${i}a`, `${PHOTO}?${i}b`));

    expect(talk.files().effects?.report?.draft.imageUrls).toHaveLength(10);
  });

  it('stays when the words are written anew', () => {
    const talk = new Talk(here);
    talk.sends(photo(MATTER));
    talk.skips();
    talk.taps('Viết lại');
    talk.says('Cống vỡ trước cổng trường cấp hai');

    expect(talk.files().effects?.report?.draft).toMatchObject({
      content: 'Cống vỡ trước cổng trường cấp hai',
      imageUrls: [PHOTO],
    });
  });
});

describe('a place on the map', () => {
  it('goes with the report', () => {
    const talk = new Talk(here);
    talk.says(MATTER);
    talk.sends(place());
    const readBack = talk.skips();

    const { draft } = talk.files().effects?.report ?? {};

    expect(textOf(readBack)).toContain('có vị trí trên bản đồ');
    expect(draft?.location).toEqual({ latitude: 22.65, longitude: 104.55 });
  });

  it('sent first is kept until the words come', () => {
    const talk = new Talk(here);
    talk.sends(place());
    talk.sends(photo());
    talk.says(MATTER);

    const { draft } = talk.files().effects?.report ?? {};

    expect(draft).toMatchObject({ imageUrls: [PHOTO], location: { latitude: 22.65 } });
  });

  it('sent when asked for the matter is thanked for, and the words are asked for', () => {
    const talk = new Talk(here);
    talk.says('tôi muốn phản ánh');

    expect(textOf(talk.sends(place()))).toContain('viết thêm vài dòng');
  });
});

describe('what cannot be read', () => {
  it.each([
    does('media', { media: 'sticker', text: '' }),
    does('media', { media: 'audio', text: '' }),
    does('contact-shared', { name: 'Lan', phone: undefined, address: undefined }),
  ] as const)('does not lose the report it comes in the middle of: $type', (event) => {
    const talk = new Talk(here);
    talk.says('tôi muốn phản ánh');
    talk.sends(photo());

    talk.sends(event);
    talk.says(MATTER);
    talk.sends(event);

    expect(talk.files().effects?.report?.draft).toMatchObject({
      content: MATTER,
      imageUrls: [PHOTO],
    });
  });
});
