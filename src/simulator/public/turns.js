import { byId, clockTime, el } from './dom.js';

const NAMES = {
  user_send_text: 'Người dân nhắn',
  user_send_image: 'Người dân gửi ảnh',
  user_send_location: 'Người dân gửi vị trí',
  user_send_sticker: 'Người dân gửi nhãn dán',
  user_send_audio: 'Người dân gửi tin thoại',
  user_submit_info: 'Người dân chia sẻ thông tin',
  user_click_chatnow: 'Người dân bấm Nhắn tin',
  user_withdraw: 'Người dân rút lại đồng ý',
  follow: 'Người dân quan tâm OA',
  unfollow: 'Người dân bỏ quan tâm',
};
const BANDS = { answer: 'trả lời ngay', choose: 'hỏi lại để chọn', none: 'không tìm thấy' };

const list = byId('turns');
/** The cards by event id; what comes later without one belongs to the newest. */
let cards = new Map();
let newest;

/** Empties the list. */
export function clearTurns() {
  cards = new Map();
  newest = undefined;
  const hint =
    'Nhắn một câu ở điện thoại để xem bên trong: Zalo gửi gì, máy hiểu sao và trả lời gì.';
  list.replaceChildren(el('p', { className: 'empty', textContent: hint }));
}

/** Shows everything that was logged before the page was opened, in the order it happened. */
export function addLog({ webhooks, traces, api }) {
  const timed = [
    ...webhooks.map((record) => ({ at: record.at, add: () => addWebhook(record) })),
    ...api.map((record) => ({ at: record.at, add: () => addApi(record) })),
  ];
  timed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { add } of timed) add();
  for (const trace of traces) addTrace(trace);
}

/** An event that is on its way: a new card if a resident did something. */
export function addSent(record) {
  const name = NAMES[record.eventName];
  if (name === undefined || cards.has(record.eventId)) return;
  const title = el(
    'h2',
    {},
    el('span', { textContent: titleOf(name, record.rawBody) }),
    el('span', { textContent: clockTime(record.at) }),
  );
  newest = el('article', { className: 'turn' }, title, el('details', { className: 'webhook' }));
  cards.set(record.eventId, newest);
  list.querySelector('.empty')?.remove();
  list.prepend(newest);
}

/** How a delivery ended: part of its card, or a line for echoes, receipts and retries. */
export function addWebhook(record) {
  addSent(record);
  const card = cards.get(record.eventId);
  if (card === undefined || record.attempt > 0) (card ?? newest)?.append(asideOf(record));
  else card.querySelector('.webhook').replaceWith(webhookDetails(record));
}

/** Why the bot answered so. */
export function addTrace(trace) {
  const card = cards.get(trace.eventId) ?? newest;
  const section = el(
    'details',
    { open: true },
    el('summary', { textContent: `Vì sao trả lời như vậy · ${trace.ms} ms` }),
    ...traceParts(trace),
  );
  card?.querySelector('.webhook')?.after(section);
}

/** A request of the program and Zalo's answer. */
export function addApi({ method, path, rawBody, answer, status, ms }) {
  const failed = status !== 200 || (answer?.error ?? 0) !== 0;
  newest?.append(
    el(
      'details',
      {},
      el(
        'summary',
        { className: failed ? 'bad' : '' },
        `Chương trình gửi Zalo · ${failed ? 'lỗi' : 'thành công'} · ${ms} ms`,
      ),
      el('pre', { textContent: `${method} ${path}\n\n${pretty(rawBody)}` }),
      el('pre', {
        textContent: `Zalo trả lời (HTTP ${status ?? 'không có'})\n\n${pretty(answer)}`,
      }),
    ),
  );
}

function titleOf(name, rawBody) {
  const text = JSON.parse(rawBody).message?.text;
  return text ? `${name}: ${text}` : name;
}

function webhookDetails({ rawBody, headers, status, failure, ms }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return el(
    'details',
    { className: 'webhook' },
    el(
      'summary',
      { className: status === 200 ? '' : 'bad' },
      `Zalo gửi đến chương trình · ${status ?? failure} · ${ms} ms`,
    ),
    el('pre', { textContent: `${lines.join('\n')}\n\n${pretty(rawBody)}` }),
  );
}

function asideOf({ eventName, status, failure, ms, attempt }) {
  const again = attempt > 0 ? ` · gửi lại lần ${attempt}` : '';
  const words = `Zalo báo ${eventName} · ${status ?? failure} · ${ms} ms${again}`;
  return el('p', { className: status === 200 ? 'aside' : 'aside bad', textContent: words });
}

function traceParts({ handler, explanation }) {
  const facts = [['Phần xử lý', handler]];
  if (explanation === undefined || explanation === null) return [factsOf(facts)];
  const { readings, facet, band, candidates } = explanation;
  facts.push(['Đọc là', readings.join(' · ')]);
  if (facet) facts.push(['Khía cạnh', facet]);
  facts.push(['Quyết định', BANDS[band] ?? band]);
  return [factsOf(facts), candidates.length > 0 ? candidateTable(candidates) : ''];
}

function factsOf(facts) {
  const pairs = facts.flatMap(([name, value]) => [
    el('dt', { textContent: name }),
    el('dd', { textContent: value }),
  ]);
  return el('dl', {}, ...pairs);
}

function candidateTable(candidates) {
  const rows = candidates.map(({ id, title, score, features }) =>
    el(
      'tr',
      { title: features === undefined ? '' : JSON.stringify(features) },
      el('td', { textContent: title }),
      el('td', { textContent: id }),
      el('td', { className: 'number', textContent: score.toFixed(2) }),
    ),
  );
  const head = el(
    'tr',
    {},
    el('th', { textContent: 'Kết quả tìm' }),
    el('th', { textContent: 'Mã' }),
    el('th', { className: 'number', textContent: 'Điểm' }),
  );
  return el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows));
}

/** Indents JSON; anything else is shown as it came. */
function pretty(value) {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value; // not JSON
  }
}
