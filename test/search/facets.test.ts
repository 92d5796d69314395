import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { realHere } from '../helpers/real.ts';
import { withoutMarks } from '../fit/noise.ts';

const line = z.strictObject({ facet: z.string(), question: z.string() });
const phrasings = readLines('facet-phrasings.jsonl');
const check = readLines('facet-check.jsonl');
const slips = readLines('facet-slips.jsonl');

const PATIENCE_MS = 30_000; // hundreds of questions, also on a busy machine
const MOST_WRONG = 0.05;
const MOST_WRONG_OF_SLIPS = 0.15;
const FEW_WORDS = 5;
const MOST_NAMES_TAKEN_FOR_QUESTIONS = 0.05; // some of them ask: "hkd nộp thuế bao nhiêu"

describe('the facet that residents ask for', { timeout: PATIENCE_MS }, () => {
  it.each(phrasings)('is $facet: $question', ({ question, facet }) => {
    expect(realHere().search(question).facet).toBe(facet);
  });

  it('is heard without marks as well', () => {
    expect(wrongIn(phrasings.map(bare))).toEqual([]);
  });

  it.each([
    ['as they write', check],
    ['without marks', check.map(bare)],
  ])('is rarely missed in words that the rules were not written for: %s', (_, questions) => {
    expect(wrongIn(questions).length / questions.length).toBeLessThanOrEqual(MOST_WRONG);
  });

  it('is mostly heard when its own words are misspelt', () => {
    expect(wrongIn(slips).length / slips.length).toBeLessThanOrEqual(MOST_WRONG_OF_SLIPS);
  });

  it('is nothing in the name of a procedure', () => {
    const { search, knowledge } = realHere();
    const procedures = [...knowledge.procedures.values()];
    const titles = procedures.flatMap(({ shortName, name }) => [shortName, withoutMarks(name)]);

    const taken = titles.filter((title) => search(title).facet !== undefined);

    expect(taken.length / titles.length).toBeLessThanOrEqual(0.01); // of long ones the last words are
  });

  it.each([
    'giấy độc thân',
    'cải chính khai sinh',
    'mat bang lai xe',
    'làm di chúc',
    'chung thuc chu ky',
    'dk khai sinh cho be',
  ])('is nothing where a matter is merely named: %s', (question) => {
    expect(realHere().search(question).facet).toBeUndefined();
  });

  it('is heard in an abbreviation that also means something else', () => {
    expect(realHere().search('tro cap nguoi gia can dk j').facet).toBe('conditions');
  });

  it('is seldom heard in the few words by which residents name a matter', () => {
    const { search, knowledge } = realHere();
    const names = [...knowledge.procedures.values()]
      .flatMap(({ aliases }) => aliases)
      .filter((alias) => alias.split(' ').length <= FEW_WORDS);

    const taken = names.filter((name) => search(name).facet !== undefined);

    expect(taken.length / names.length).toBeLessThanOrEqual(MOST_NAMES_TAKEN_FOR_QUESTIONS);
  });
});

type Line = z.infer<typeof line>;

function wrongIn(lines: readonly Line[]): string[] {
  const { search } = realHere();
  return lines
    .filter(({ question, facet }) => search(question).facet !== facet)
    .map(({ question }) => question);
}

function bare({ question, facet }: Line): Line {
  return { question: withoutMarks(question), facet };
}

/** One question a line, with the facet that it asks for. */
function readLines(name: string): Line[] {
  const lines = readFileSync(join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n');
  return lines.map((text) => line.parse(JSON.parse(text)));
}
