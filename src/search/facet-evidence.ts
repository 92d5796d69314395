import {
  ASKED_FACETS,
  type AskedFacet,
  type Facet,
  type Vocabulary,
} from '../knowledge/vocabulary.ts';
import type { Sliced } from '../lib/sliced.ts';
import { Evidence } from './evidence.ts';
import type { Heard } from './facet-rules.ts';
import { questionIn } from './focus.ts';
import type { Reading } from './reading.ts';
import { type Said, Terms } from './terms.ts';
import { type Token, tokenize } from './token.ts';
import { WordIds } from './word-ids.ts';

// Tried on questions of authors whose questions were left out; values near these do about as well.
/** What it counts that no rule fits, that one does, and that one does that is sure. */
const RULE_STRENGTH = { none: 0.3, weak: 0.2, sure: 0.45 };
const LAST_WORDS = 3; // "… mấy ngày vậy ạ": most questions ask at their end

/**
 * Tells which facet a question asks about by how residents have asked about each: nobody has written a rule for every
 * way to say it. What the rules hear is one sign more, and the strongest.
 */
export class FacetEvidence {
  readonly #terms: Terms;
  readonly #evidence: Evidence;

  private constructor(terms: Terms, evidence: Evidence) {
    this.#terms = terms;
    this.#evidence = evidence;
  }

  /** `entries`: examples by the facet that each asks about; `names`: of procedures, which ask about none. */
  static *of(
    { entries }: Vocabulary['facetQuestions'],
    names: readonly string[],
  ): Sliced<FacetEvidence> {
    const terms = new Terms(new WordIds());
    const documents: Said[] = [];
    for (const facet of ASKED_FACETS) {
      const given = entries[facet] ?? [];
      const questions = facet === 'none' && given.length > 0 ? [...given, ...names] : given;
      documents.push(terms.add(questions.map((question) => withEnds(askingWords(question)))));
      yield;
    }
    return new FacetEvidence(terms, yield* Evidence.of(documents, terms.size));
  }

  /** The facet that the words of a reading speak for most, with what the rules say of it. */
  find(reading: Reading, heard: Heard): Facet | undefined {
    const strengths = this.#evidence.strengths(this.#terms.weigh(withEnds(reading)));
    const byRules = heard.facet ?? 'none';
    let best: AskedFacet = byRules;
    let most = -Infinity;
    for (const [i, facet] of ASKED_FACETS.entries()) {
      const strength = (strengths[i] ?? 0) + (facet === byRules ? strengthOf(heard) : 0);
      if (strength > most) [best, most] = [facet, strength];
    }
    return best === 'none' ? undefined : best;
  }
}

function strengthOf({ facet, isSure }: Heard): number {
  if (isSure) return RULE_STRENGTH.sure;
  return facet === undefined ? RULE_STRENGTH.none : RULE_STRENGTH.weak;
}

/** What an example asks with: of a story the sentence that is the question. */
function askingWords(question: string): readonly Token[] {
  return questionIn(question) ?? tokenize(question);
}

/** The words with the first and the last of them once more, as words of their own. */
function withEnds(words: readonly Token[]): Token[] {
  const last = words.slice(-LAST_WORDS);
  const first = words.slice(0, 1).map(({ syllable }) => markedAs(`${syllable}^`));
  return [
    ...words,
    ...last.map(({ syllable }, i) => markedAs(`${syllable}$${last.length - i}`)),
    ...first,
  ];
}

function markedAs(text: string): Token {
  return { text, syllable: text };
}
