import { describe, expect, it, vi } from 'vitest';
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

  it('find what was just added at once, and learn it meanwhile', async () => {
    const room = new SearchRoom();
    const before = knowing(procedure());
    const after = knowing(procedure(), marriage());
    room.searchFor(before.knowledge, before.local, TODAY);

    const atOnce = room.searchFor(after.knowledge, after.local, TODAY);
    expect(atOnce('đăng ký kết hôn').hits[0]?.id).toBe(marriage().code);

    await vi.waitFor(() => {
      expect(room.searchFor(after.knowledge, after.local, TODAY)).not.toBe(atOnce);
    });
    const later = room.searchFor(after.knowledge, after.local, TODAY);
    expect(later('đăng ký kết hôn').hits[0]?.id).toBe(marriage().code);
  });

  it('keep to the newest knowledge when it changes again while learning', async () => {
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
    await new Promise((resolve) => setTimeout(resolve, 50));

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
