/** The element with this id; the page's own markup guarantees it. */
export const byId = (id) => document.getElementById(id);

/** Makes an element. Strings become text, never markup; absent children vanish. */
export function el(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== undefined && child !== ''));
  return element;
}

/** Hour and minute, as on a phone. */
export function clockTime(at) {
  return new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
}

/** Posts JSON to the simulator. Throws an Error in Vietnamese when it is refused or out of reach. */
export async function post(path, body) {
  const response = await fetch(`api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error('Không gửi được. Hãy thử lại.');
  return response.status === 204 ? undefined : response.json();
}
