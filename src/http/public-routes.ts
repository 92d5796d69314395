import { readFile } from 'node:fs/promises';
import { Router } from 'express';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Clock, vietnamDay } from '../lib/clock.ts';
import { html } from '../lib/html.ts';
import type { OaAccount } from '../model/oa-account.ts';
import type { Ticket } from '../model/ticket.ts';
import { page, pageStyle } from './page.ts';
import { procedurePage } from './procedure-page.ts';
import { communesPage, resultsPage } from './results-page.ts';

export type PublicOptions = {
  knowledge: () => Knowledge;
  /** Real official accounts only; with exactly one, QR codes open its chat. */
  accounts: readonly OaAccount[];
  /** Every report; the page of results shows what was approved for publication. */
  tickets: () => readonly Ticket[];
  clock: Clock;
  baseUrl: () => string;
  simulator: boolean;
  verification: { code: string | undefined; file: string | undefined };
};

/** The pages anyone may open: the front page with Zalo's proof of the domain, one page a procedure, and results. */
export function publicRoutes(options: PublicOptions): Router {
  const router = Router();
  router.get('/trang.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'max-age=3600').send(pageStyle);
  });
  router.get('/', (_request, response) => {
    response.type('html').send(frontPage(options));
  });
  router.get('/zalo_verifier:code.html', async (request, response) => {
    const content = await verificationFile(options, request.params.code);
    if (content === undefined) response.status(404).type('html').send(notFoundPage());
    else response.type('html').send(content);
  });
  router.get('/tthc/:code', (request, response) => {
    const content = showProcedure(options, request.params.code, request.query['xa']);
    response
      .status(content === undefined ? 404 : 200)
      .type('html')
      .send(content ?? notFoundPage());
  });
  router.get('/pakn', (request, response) => {
    const { xa, trang } = request.query;
    const content = showResults(options, xa, Number(trang));
    response
      .status(content === undefined ? 404 : 200)
      .type('html')
      .send(content ?? notFoundPage());
  });
  return router;
}

/** What became of the reports of the commune in `?xa=`; without one, of the only one, or a choice. */
function showResults(
  { knowledge, tickets, clock }: PublicOptions,
  asked: unknown,
  number: number,
): string | undefined {
  const communes = [...knowledge().communes.values()].map(({ commune }) => commune);
  if (asked === undefined && communes.length !== 1) return communesPage(communes);
  const commune = communes.find(({ slug }) => asked === undefined || slug === asked);
  if (commune === undefined) return undefined;
  return resultsPage({
    commune,
    tickets: tickets().filter(({ communeSlug }) => communeSlug === commune.slug),
    now: clock(),
    number: Number.isInteger(number) ? number : 1,
  });
}

/** A procedure as the commune named in `?xa=` does it; without one, as it is done everywhere. */
function showProcedure(
  { knowledge, accounts, clock, baseUrl }: PublicOptions,
  code: string,
  communeSlug: unknown,
): string | undefined {
  const { procedures: everywhere, communes } = knowledge();
  const commune = typeof communeSlug === 'string' ? communes.get(communeSlug) : undefined;
  const procedures = commune?.procedures ?? everywhere;
  const found = procedures.get(code);
  if (found === undefined || found.status === 'draft') return undefined;
  const procedure = { local: [], ...found };
  const linked = [...procedure.replacedBy, ...procedure.related]
    .map((other) => procedures.get(other))
    .filter((other) => other !== undefined)
    .filter(({ status }) => status !== 'draft');
  const [account, another] = accounts;
  const hasOneChat = account !== undefined && another === undefined;
  return procedurePage({
    procedure,
    day: vietnamDay(clock()),
    linked,
    qrUrl: hasOneChat
      ? `https://zalo.me/${account.oaId}`
      : pageUrl(baseUrl(), code, commune?.commune.slug),
    qrLabel: hasOneChat
      ? 'Quét mã để hỏi trên Zalo của xã.'
      : 'Quét mã để mở trang này trên điện thoại.',
  });
}

function pageUrl(base: string, code: string, communeSlug: string | undefined): string {
  const url = new URL(`/tthc/${code}`, base);
  if (communeSlug !== undefined) url.searchParams.set('xa', communeSlug);
  return url.href;
}

/** Zalo asks for its file byte for byte; without the file, a page with the meta tag serves the same end. */
async function verificationFile(
  { verification }: PublicOptions,
  code: string,
): Promise<Buffer | string | undefined> {
  if (verification.code !== code) return undefined;
  if (verification.file !== undefined) return readFile(verification.file);
  return page({
    title: 'Zalo',
    head: metaTag(code),
    body: html`<p>Xác thực tên miền với Zalo.</p>`,
  });
}

function metaTag(code: string) {
  return html`<meta name="zalo-platform-site-verification" content="${code}" />`;
}

function frontPage({ verification, simulator, knowledge }: PublicOptions): string {
  const { code } = verification;
  const { procedures } = knowledge();
  const body = html`<h1>Trợ lý Một cửa</h1>
<p class="lead">Trả lời thủ tục hành chính và nhận phản ánh của người dân qua Zalo của xã.</p>
<p>Đang phục vụ ${procedures.size} thủ tục. Ví dụ: <a href="/tthc/1.001193">đăng ký khai sinh</a>.</p>
<p><a href="/pakn">Kết quả xử lý phản ánh, kiến nghị</a></p>
${simulator && html`<p><a class="button" href="/thu">Thử trò chuyện</a></p>`}`;
  return page({
    title: 'Trợ lý Một cửa',
    body,
    ...(code === undefined ? {} : { head: metaTag(code) }),
  });
}

/** What a path that leads nowhere shows. */
export function notFoundPage(): string {
  const body = html`<h1>Không tìm thấy trang này</h1><p>Mã thủ tục có dạng 1.001193. Anh/chị xem lại đường dẫn, hoặc hỏi trên Zalo của xã.</p>`;
  return page({ title: 'Không tìm thấy', body });
}
