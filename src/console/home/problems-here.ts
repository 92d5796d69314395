import type { Problem } from '../../knowledge/problem.ts';
import type { Role } from '../../model/officer.ts';
import type { OfficerVisit } from '../frame/route.ts';

/** Who sees what is wrong with the knowledge. */
export const KNOWLEDGE_KEEPERS = ['editor', 'admin'] as const satisfies Role[];

/** One file with what is wrong in it, the worst first. */
export type FileProblems = {
  file: string;
  worst: Problem['severity'];
  problems: readonly Problem[];
};

const ORDER: readonly Problem['severity'][] = ['error', 'todo', 'warning', 'info'];

/** The files that the officer's commune uses and that have problems or blanks, the worst first. */
export function problemsHere({ services, officer }: OfficerVisit): FileProblems[] {
  const own = `communes/${officer.communeSlug}/`;
  const byFile = new Map<string, Problem[]>();
  for (const problem of services.knowledgeProblems()) {
    const { file } = problem;
    if (file.startsWith('communes/') && !file.startsWith(own)) continue;
    byFile.set(file, [...(byFile.get(file) ?? []), problem]);
  }
  return [...byFile]
    .map(([file, problems]) => {
      const sorted = problems.sort((a, b) => rank(a) - rank(b));
      return { file, problems: sorted, worst: sorted[0]?.severity ?? 'info' };
    })
    .sort((a, b) => ORDER.indexOf(a.worst) - ORDER.indexOf(b.worst));
}

function rank({ severity }: Problem): number {
  return ORDER.indexOf(severity);
}
