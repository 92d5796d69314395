import type { Config } from './config.ts';
import type { OaAccount } from './model/oa-account.ts';

/** The real official accounts that the settings name; none while no Zalo app is configured. */
export function configuredAccounts(config: Config): OaAccount[] {
  const { ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET_KEY } = config;
  if (
    ZALO_APP_ID === undefined ||
    ZALO_APP_SECRET === undefined ||
    ZALO_OA_SECRET_KEY === undefined
  ) {
    return [];
  }
  return [...config.ZALO_OA_IDS].map(([oaId, communeSlug]) => ({
    oaId,
    communeSlug,
    appId: ZALO_APP_ID,
    appSecret: ZALO_APP_SECRET,
    secretKey: ZALO_OA_SECRET_KEY,
    openapiUrl: config.ZALO_OPENAPI_URL,
    oauthUrl: config.ZALO_OAUTH_URL,
  }));
}
