import { describe, expect, it } from 'vitest';
import { Circuit } from '../../src/lib/circuit.ts';

/** A circuit that opens after two failures, for a second at first, with time in the test's hands. */
function startCircuit() {
  let now = 0;
  const circuit = new Circuit({
    failuresToOpen: 2,
    firstPauseMs: 1000,
    longestPauseMs: 3000,
    atOnce: 4,
    elapsed: () => now,
    random: () => 1,
  });
  const call = (isGood: boolean) => {
    circuit.begin();
    if (isGood) circuit.succeed();
    else circuit.fail();
  };
  return { circuit, call, later: (ms: number) => (now += ms) };
}

describe('a circuit', () => {
  it('opens after failures in a row, and not when a success lies between them', () => {
    const { circuit, call } = startCircuit();

    call(false);
    call(true);
    call(false);
    const afterMixed = circuit.isOpen;
    call(false);

    expect(afterMixed).toBe(false);
    expect(circuit.hasRoom).toBe(false);
    expect(circuit.pauseMs()).toBe(1000);
  });

  it('lets one probe through, and waits twice as long when it fails, up to the longest pause', () => {
    const { circuit, call, later } = startCircuit();
    call(false);
    call(false);
    const pauses: number[] = [];

    for (let probe = 0; probe < 3; probe++) {
      later(circuit.pauseMs());
      circuit.begin();
      expect(circuit.hasRoom).toBe(false);
      circuit.fail();
      pauses.push(circuit.pauseMs());
    }

    expect(pauses).toEqual([2000, 3000, 3000]);
  });

  it('grows from one call at a time after the probe succeeded', () => {
    const { circuit, call, later } = startCircuit();
    call(false);
    call(false);
    later(1000);
    call(true);
    const room: number[] = [];

    for (let round = 0; round < 3; round++) {
      let begun = 0;
      for (; circuit.hasRoom; begun++) circuit.begin();
      room.push(begun);
      for (let i = 0; i < begun; i++) circuit.release();
      call(true);
    }

    expect(room).toEqual([1, 2, 4]);
  });

  it('does not count the calls that were under way when it opened', () => {
    const { circuit } = startCircuit();
    for (let i = 0; i < 4; i++) circuit.begin();

    for (let i = 0; i < 4; i++) circuit.fail();

    expect(circuit.pauseMs()).toBe(1000);
  });
});
