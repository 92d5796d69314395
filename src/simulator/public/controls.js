import { byId, el, post } from './dom.js';

const DEEDS = {
  chatnow: 'Bấm "Nhắn tin" lần đầu',
  sticker: 'Gửi nhãn dán',
  audio: 'Gửi tin thoại',
  'share-contact': 'Chia sẻ thông tin',
  withdraw: 'Rút lại đồng ý',
};
const FATES = {
  'silent-3-days': 'Im lặng 3 ngày',
  'silent-8-days': 'Im lặng 8 ngày (lỗi -230)',
  block: 'Chặn tin của OA (lỗi -244)',
  unblock: 'Bỏ chặn',
  'expire-token': 'Access token hết hạn (lỗi -220)',
};

/** Fills the tab of situations. `send(path, body)` posts for the current resident. */
export function showActs(send) {
  const staff = el('form', { className: 'staff-form' });
  const words = el('input', { placeholder: 'Cán bộ trả lời…', ariaLabel: 'Tin của cán bộ' });
  staff.append(words, el('button', { textContent: 'Gửi' }));
  staff.addEventListener('submit', (event) => {
    event.preventDefault();
    if (words.value.trim() === '') return;
    send('staff', { text: words.value.trim() });
    words.value = '';
  });
  byId('acts').replaceChildren(
    el('h3', { textContent: 'Người dân làm việc khác' }),
    buttonsFor(DEEDS, (deed) => send('deed', { deed })),
    el('h3', { textContent: 'Cán bộ nhắn từ công cụ của Zalo' }),
    staff,
    el('h3', { textContent: 'Chuyện đã xảy ra' }),
    buttonsFor(FATES, (fate) => send('fate', { fate })),
  );
}

/** Fills the tab of switches with their present values. */
export async function showSwitches() {
  const { labels, values } = await (await fetch('api/switches')).json();
  const rows = Object.entries(labels).map(([name, label]) => {
    const input = inputFor(values[name], label.values);
    input.addEventListener('change', () => void post('switches', { [name]: readInput(input) }));
    return el('label', { className: 'switch' }, el('span', { textContent: label.label }), input);
  });
  const note = 'Những điểm tài liệu Zalo chưa rõ và các sự cố, để thử chương trình.';
  byId('switches').replaceChildren(el('p', { className: 'empty', textContent: note }), ...rows);
}

function buttonsFor(labels, onClick) {
  const buttons = Object.entries(labels).map(([name, textContent]) => {
    const button = el('button', { type: 'button', textContent });
    button.addEventListener('click', () => onClick(name));
    return button;
  });
  return el('div', { className: 'deeds' }, ...buttons);
}

function inputFor(value, choices) {
  if (typeof value === 'boolean') return el('input', { type: 'checkbox', checked: value });
  if (choices === undefined) return el('input', { type: 'number', value });
  const options = Object.entries(choices).map(([name, textContent]) =>
    el('option', { value: name, textContent, selected: name === value }),
  );
  return el('select', {}, ...options);
}

function readInput(input) {
  if (input.type === 'checkbox') return input.checked;
  return input.type === 'number' ? Number(input.value) : input.value;
}
