/** An official account's current pair of tokens. Never logged, never shown whole. */
export type TokenPair = {
  oaId: string;
  accessToken: string;
  /** Single use: the next refresh kills it and brings a new one. */
  refreshToken: string;
  accessExpiresAt: Date;
  /** Three months after it was obtained; then an administrator must grant access again. */
  refreshExpiresAt: Date;
};

/** Where the pairs are kept. `save` resolves only when the pair is safely on disk. */
export type TokenVault = {
  load: (oaId: string) => Promise<TokenPair | undefined>;
  save: (pair: TokenPair) => Promise<void>;
};
