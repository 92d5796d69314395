import { describe, expect, it } from 'vitest';
import { Lanes } from '../../src/sending/lanes.ts';
import { aMessage } from '../store/samples.ts';

const APP = '360846524940903967';

function add(lanes: Lanes, id: string, userId: string, urgent = false): void {
  const lane = lanes.add(aMessage(id, { userId, urgent }), APP);
  if (lane !== undefined) lanes.schedule(lane, 0, 0);
}

function takeAll(lanes: Lanes): string[] {
  const taken: string[] = [];
  for (let lane = lanes.take(APP); lane !== undefined; lane = lanes.take(APP)) {
    taken.push(lane.messages[0]?.id ?? '');
    if (lanes.drop(lane)) lanes.schedule(lane, 0, 0);
  }
  return taken;
}

describe('the messages that wait', () => {
  it('go out in turn: one of each resident, and each resident in order', () => {
    const lanes = new Lanes();
    add(lanes, 'a1', 'a');
    add(lanes, 'a2', 'a');
    add(lanes, 'b1', 'b');

    expect(takeAll(lanes)).toEqual(['a1', 'b1', 'a2']);
    expect(lanes.size).toBe(0);
  });

  it('let the receipt of a report go ahead of answers to others, but not of its own conversation', () => {
    const lanes = new Lanes();
    add(lanes, 'a1', 'a');
    add(lanes, 'b1', 'b');
    add(lanes, 'b2', 'b', true);

    expect(takeAll(lanes)).toEqual(['b1', 'b2', 'a1']);
  });

  it('are taken on once', () => {
    const lanes = new Lanes();
    add(lanes, 'a1', 'a');
    add(lanes, 'a1', 'a');

    expect(takeAll(lanes)).toEqual(['a1']);
  });

  it('wait until they are due', () => {
    const lanes = new Lanes();
    const lane = lanes.add(aMessage('a1'), APP);
    if (lane !== undefined) lanes.schedule(lane, 500, 0);

    expect(lanes.wake(499)).toBe(500);
    expect(lanes.hasReady(APP)).toBe(false);
    expect(lanes.wake(500)).toBeUndefined();
    expect(lanes.hasReady(APP)).toBe(true);
  });
});
