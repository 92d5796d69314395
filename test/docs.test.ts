import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../src/config.ts';

const example = readFileSync('.env.example', 'utf8');
const settings = [...example.matchAll(/^# ([A-Z][A-Z_]+)=(.*)$/gm)];

describe('.env.example', () => {
  it('names every setting once, and no other', () => {
    const named = settings.map(([, name]) => name).sort();

    expect(named).toEqual(Object.keys(configSchema.shape).sort());
  });

  it('shows values that the program accepts', () => {
    const given = settings.filter(([, , value]) => value !== '');
    const environment = Object.fromEntries(given.map(([, name = '', value]) => [name, value]));

    expect(configSchema.safeParse(environment).error).toBeUndefined();
  });
});

describe('the Windows script', () => {
  it('begins with the mark without which Windows PowerShell takes it for another encoding', () => {
    expect(readFileSync('.deploy/cai-dich-vu-windows.ps1').subarray(0, 3).toString('hex')).toBe(
      'efbbbf',
    );
  });
});
