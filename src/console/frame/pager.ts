import { type Html, html } from '../../lib/html.ts';
import type { OfficerVisit } from './route.ts';

const PAGE_SIZE = 50;

/** Which of how many pages; both from 1. */
export type Pages = { page: number; pages: number };

/** The part of a long list that an address asks for with `trang=`; beyond the end, the last page. */
export function pageOf<T>(
  all: readonly T[],
  query: URLSearchParams,
): Pages & { items: readonly T[] } {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const asked = Number(query.get('trang'));
  const page = Number.isInteger(asked) && asked > 0 ? Math.min(asked, pages) : 1;
  return { items: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages };
}

/** Leads to the pages before and after this one; nothing when there is only one. */
export function pager({ url }: Pick<OfficerVisit, 'url'>, { page, pages }: Pages): Html | false {
  const [path = '', query = ''] = url.split('?', 2);
  const link = (number: number, title: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set('trang', String(number));
    return html`<a href="${path}?${parameters.toString()}">${title}</a>`;
  };
  return (
    pages > 1 &&
    html`<nav class="row no-print" aria-label="Các trang">${page > 1 && link(page - 1, '← Trang trước')} <span>Trang ${page} trên ${pages}</span> ${page < pages && link(page + 1, 'Trang sau →')}</nav>`
  );
}
