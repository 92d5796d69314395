import { byId, clockTime, el } from './dom.js';

const EXAMPLES = [
  'Làm giấy khai sinh cho bé cần gì?',
  'mất thẻ căn cước lm lại sao',
  'sao y công chứng bao nhiêu tiền',
  'Tôi muốn phản ánh đường hỏng',
];
const TYPING_MS = 15_000; // a bot that has not answered by then will not
const LINK =
  /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]|(?:[\w-]+\.)+gov\.vn(?:\/[^\s<>"]*[^\s<>".,;:!?)])?)/g;

const chat = byId('chat');
let typingTimer;

/** The empty conversation: who this is, and a few questions to tap. */
export function showWelcome(commune, onSay) {
  chat.replaceChildren(
    el(
      'div',
      { className: 'welcome' },
      el('span', { className: 'avatar', textContent: initialOf(commune) }),
      el('strong', { textContent: commune.name }),
      el('p', { textContent: 'Hãy nhắn câu hỏi về thủ tục hành chính.' }),
    ),
    el(
      'div',
      { className: 'chips' },
      ...EXAMPLES.map((text) => tapButton(text, () => onSay(text))),
    ),
  );
}

/** Adds a bubble. `onTap` is called with the text that a tapped button sends. */
export function addMessage(message, onTap) {
  chat.querySelector('.welcome')?.remove();
  chat.querySelector('.chips')?.remove();
  if (message.from !== 'resident') hideTyping();
  const bubble = el(
    'article',
    { className: `bubble ${message.from}` },
    message.from === 'staff' ? el('div', { className: 'staff-name', textContent: 'Cán bộ' }) : '',
    message.imageUrl ? pictureOf(message.imageUrl) : '',
    wordsOf(message),
    el('time', { dateTime: message.at, textContent: clockTime(message.at) }),
    message.buttons.length > 0 ? buttonsOf(message.buttons, onTap) : '',
  );
  chat.insertBefore(bubble, chat.querySelector('.typing'));
  scrollDown();
}

/** Shows the three dots until an answer comes. */
export function showTyping() {
  hideTyping();
  const dots = el('div', { className: 'typing' }, el('i'), el('i'), el('i'), ' đang nhập…');
  chat.append(dots);
  typingTimer = setTimeout(hideTyping, TYPING_MS);
  scrollDown();
}

/** Takes the dots away. */
export function hideTyping() {
  clearTimeout(typingTimer);
  chat.querySelector('.typing')?.remove();
}

/** Empties the conversation. */
export function clearChat() {
  hideTyping();
  chat.replaceChildren();
}

/** The letter in the round picture of an account. */
export function initialOf(commune) {
  return commune.shortName.replace(/^(xã|phường|đặc khu)\s+/i, '').slice(0, 1);
}

function wordsOf({ text, fileName, location }) {
  const words = el('div', { className: 'words' });
  if (fileName) words.append(`📎 ${fileName}\n`);
  if (location) words.append(`📍 Vị trí: ${location.latitude}, ${location.longitude}`);
  text.split(LINK).forEach((piece, index) => {
    words.append(index % 2 === 0 ? piece : linkOf(piece));
  });
  return words.textContent === '' ? '' : words;
}

function linkOf(address) {
  const href = address.startsWith('http') ? address : `https://${address}`;
  return el('a', { href, textContent: address, target: '_blank', rel: 'noopener noreferrer' });
}

function pictureOf(src) {
  const picture = el('img', { src, alt: 'Ảnh' });
  picture.addEventListener('load', scrollDown);
  return picture;
}

function buttonsOf(buttons, onTap) {
  return el('div', { className: 'taps' }, ...buttons.map((button) => buttonOf(button, onTap)));
}

function buttonOf({ title, type, payload }, onTap) {
  const outside = { textContent: title, rel: 'noopener noreferrer' };
  if (type === 'oa.open.url') return el('a', { ...outside, href: payload.url, target: '_blank' });
  if (type === 'oa.open.phone') return el('a', { ...outside, href: `tel:+${payload.phone_code}` });
  if (type === 'oa.open.sms') return el('a', { ...outside, href: `sms:+${payload.phone_code}` });
  return tapButton(title, () => onTap(payload, type === 'oa.query.hide'));
}

function tapButton(title, onClick) {
  const button = el('button', { type: 'button', textContent: title });
  button.addEventListener('click', onClick);
  return button;
}

function scrollDown() {
  chat.scrollTop = chat.scrollHeight;
}
