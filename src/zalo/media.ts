import { lookup as lookUp } from 'node:dns/promises';
import axios from 'axios';
import { bareFile, type BareFile, type FileRefusal } from '../lib/bare-file.ts';
import { isPublicAddress } from '../lib/private-address.ts';

const LARGEST_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
/** Where Zalo keeps what residents send. An event is signed, but a link in it may still lead anywhere. */
const ZALO_HOST = /(?:^|\.)(?:zdn\.vn|zadn\.vn|zalo\.me|zaloapp\.com)$/i;

/** Why what was sent is not there. `gone`: Zalo has it no more. */
export type MediaRefusal =
  'foreign' | 'private-address' | 'redirect' | 'too-large' | 'gone' | 'unreachable' | FileRefusal;

export type MediaResult = { file: BareFile } | { refused: MediaRefusal };

export type MediaOptions = {
  /** The simulated Zalo's own pictures, on this machine; nothing else on it may be fetched. */
  simulatorPictures?: string;
  /** All addresses of a host. */
  resolve?: (host: string) => Promise<readonly string[]>;
  timeoutMs?: number;
};

/**
 * Fetches a picture or file that a resident sent: only from Zalo's hosts, over https, from a public address, without
 * following redirects, at most 5 MB, and only what really is a picture or PDF; without the place where it was taken and
 * the like. Never throws for what a resident can send.
 */
export async function fetchMedia(url: string, options: MediaOptions = {}): Promise<MediaResult> {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  const isSimulated = isUnder(target, options.simulatorPictures);
  if (target === undefined || !(isSimulated || isOfZalo(target))) return { refused: 'foreign' };
  const address = isSimulated ? target.hostname : await publicAddress(target.hostname, options);
  if (address === undefined) return { refused: 'private-address' };
  const answer = await download(target, address, options.timeoutMs ?? TIMEOUT_MS);
  if ('refused' in answer) return answer;
  const file = await bareFile(answer.bytes);
  return 'refused' in file ? file : { file };
}

function isUnder(target: URL | undefined, folder: string | undefined): boolean {
  return target !== undefined && folder !== undefined && target.href.startsWith(`${folder}/`);
}

function isOfZalo({ protocol, hostname, port, username, password }: URL): boolean {
  return (
    protocol === 'https:' && port === '' && username + password === '' && ZALO_HOST.test(hostname)
  );
}

/** An address of a host, all of whose addresses are public; the call goes to this very address, whatever DNS says next. */
async function publicAddress(
  host: string,
  { resolve = resolveAll }: MediaOptions,
): Promise<string | undefined> {
  const addresses = await resolve(host);
  return addresses.every(isPublicAddress) ? addresses[0] : undefined;
}

async function resolveAll(host: string): Promise<string[]> {
  const found = await lookUp(host, { all: true }).catch(() => []); // unknown to DNS: as good as not public
  return found.map(({ address }) => address);
}

async function download(
  url: URL,
  address: string,
  timeoutMs: number,
): Promise<{ bytes: Buffer } | { refused: MediaRefusal }> {
  try {
    const { status, data } = await axios.request<Buffer>({
      url: url.href,
      responseType: 'arraybuffer',
      lookup: () => [address],
      maxRedirects: 0,
      maxContentLength: LARGEST_BYTES,
      decompress: false, // what is small on the wire must not swell here
      proxy: false,
      validateStatus: () => true,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (status >= 300 && status < 400) return { refused: 'redirect' };
    if (status === 404 || status === 410) return { refused: 'gone' };
    return status === 200 ? { bytes: data } : { refused: 'unreachable' };
  } catch (thrown) {
    const isTooLarge = axios.isAxiosError(thrown) && thrown.message.includes('maxContentLength');
    return { refused: isTooLarge ? 'too-large' : 'unreachable' };
  }
}
