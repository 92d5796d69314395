/** The package ships no types. */
declare module 'wink-bm25-text-search' {
  type Engine = {
    defineConfig: (config: { fldWeights: Readonly<Record<string, number>> }) => void;
    definePrepTasks: (tasks: readonly ((text: string) => string[])[]) => void;
    addDoc: (document: Readonly<Record<string, string>>, id: number) => void;
    consolidate: () => void;
    search: (text: string, limit: number) => unknown;
  };
  function bm25(): Engine;
  export = bm25;
}
