/** One official account, the app that speaks for it and the hosts it is reached at. */
export type OaAccount = {
  oaId: string;
  communeSlug: string;
  appId: string;
  appSecret: string;
  /** The "OA Secret Key" that signs webhooks; shown on the app's Webhook page, not the app secret. */
  secretKey: string;
  openapiUrl: string;
  oauthUrl: string;
};
