import { describe, expect, it } from 'vitest';
import type { CommuneKnowledge, Knowledge } from '../src/knowledge/knowledge.ts';
import type { Procedure } from '../src/knowledge/procedure.ts';
import { SearchRoom } from '../src/search-room.ts';
import { hereWith, knowledgeOf, marriage, procedure, TODAY } from './helpers/build.ts';

function knowing(...procedures: Procedure[]): { knowledge: Knowledge; local: CommuneKnowledge } {
  const { local } = hereWith({ procedures });
  return { knowledge: knowledgeOf({ procedures, communes: [local] }), local };
}

describe('the searches of the communes', () => {
  it('are built once while nothing changes', () => {
    const room = new SearchRoom();
    const { knowledge, local } = knowing(procedure());

    expect(room.searchFor(knowledge, local, TODAY)).toBe(room.searchFor(knowledge, local, TODAY));
  });

  it('serve the old knowledge while those of the new are prepared, then the new at once', async () => {
    const room = new SearchRoom();
    const before = knowing(procedure());
    const after = knowing(procedure(), marriage());
    const old = room.searchFor(before.knowledge, before.local, TODAY);

    const preparing = room.prepare(after.knowledge, TODAY);
    expect(room.searchFor(before.knowledge, before.local, TODAY)).toBe(old);
    await preparing;
    expect(room.searchFor(before.knowledge, before.local, TODAY)).toBe(old);

    const fresh = room.searchFor(after.knowledge, after.local, TODAY);
    expect(fresh('đăng ký kết hôn').hits[0]?.id).toBe(marriage().code);
  });

  it('are built anew on the day when something comes into force, and on no other', () => {
    const room = new SearchRoom();
    const { knowledge, local } = knowing(procedure(), {
      ...marriage(),
      effectiveFrom: '2027-01-01',
    });
    const today = room.searchFor(knowledge, local, TODAY);

    expect(today('đăng ký kết hôn').hits.map(({ id }) => id)).not.toContain(marriage().code);
    expect(room.searchFor(knowledge, local, '2026-12-31')).toBe(today);
    const later = room.searchFor(knowledge, local, '2027-01-01');
    expect(later('đăng ký kết hôn').hits[0]?.id).toBe(marriage().code);
  });

  it('keep to the knowledge that is asked of', () => {
    const room = new SearchRoom();
    const [first, second, third] = [
      knowing(procedure()),
      knowing(procedure(), marriage()),
      knowing(marriage()),
    ];
    for (const { knowledge, local } of [first, second, third]) {
      room.searchFor(knowledge, local, TODAY);
    }
    const { knowledge, local } = third;

    const ids = room
      .searchFor(
        knowledge,
        local,
        TODAY,
      )('đăng ký khai sinh')
      .hits.map(({ id }) => id);
    expect(ids).not.toContain(procedure().code);
  });
});
