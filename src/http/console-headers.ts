import helmet from 'helmet';

/**
 * What browsers are told about the officers' pages: nothing from elsewhere, no script, no frame around them.
 * Referrer `same-origin`, because with `no-referrer` browsers send "Origin: null" with our own forms.
 */
export const consoleHeaders = helmet({
  strictTransportSecurity: false, // the proxy that has the certificate says it
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
});
