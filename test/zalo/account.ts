import type { OaAccount } from '../../src/model/oa-account.ts';

/** The account of the test vectors in Zalo's facts; every part may be overridden. */
export function oaAccount(overrides: Partial<OaAccount> = {}): OaAccount {
  return {
    oaId: '388613280878808645',
    communeSlug: 'ea-kar',
    appId: '360846524940903967',
    appSecret: 'APP_SECRET_TEST_ONLY',
    secretKey: 'OA_SECRET_KEY_TEST_ONLY',
    openapiUrl: 'http://127.0.0.1:9/openapi',
    oauthUrl: 'http://127.0.0.1:9/oauth',
    ...overrides,
  };
}
