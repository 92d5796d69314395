import { addMessage, clearChat, initialOf, showTyping, showWelcome } from './chat.js';
import { showActs, showSwitches } from './controls.js';
import { byId, el, post } from './dom.js';
import { addApi, addLog, addSent, addTrace, addWebhook, clearTurns } from './turns.js';

const MEMORY = 'thu-cuoc-tro-chuyen';
const SAMPLE_PLACE = { latitude: 12.8083, longitude: 108.4519 };
const TABS = ['turns', 'acts', 'switches'];
const NOTICE_MS = 4000;

let communes = [];
/** Who is talking to whom: { oaId, userId }. */
let talk;
let isFollower = false;
let stream;

start().catch(() => notify('Không mở được trang. Hãy tải lại.'));

async function start() {
  communes = await (await fetch('api/communes')).json();
  byId('commune').replaceChildren(
    ...communes.map(({ oaId, name }) => el('option', { value: oaId, textContent: name })),
  );
  bindComposer();
  bindPanel();
  showActs(send);
  await showSwitches();
  const known = remembered();
  if (known === undefined) await startConversation(communes[0].oaId);
  else openConversation(known);
}

function remembered() {
  const [oaId, userId] = (localStorage.getItem(MEMORY) ?? '').split('/');
  return communes.some((one) => one.oaId === oaId) && userId ? { oaId, userId } : undefined;
}

async function startConversation(oaId) {
  const { userId } = await post('residents', { oaId });
  openConversation({ oaId, userId });
}

function openConversation(next) {
  talk = next;
  localStorage.setItem(MEMORY, `${talk.oaId}/${talk.userId}`);
  const commune = currentCommune();
  byId('commune').value = talk.oaId;
  byId('oa-name').textContent = commune.name;
  byId('avatar').textContent = initialOf(commune);
  stream?.close();
  stream = new EventSource(`api/stream?${new URLSearchParams(talk)}`);
  listen('history', ({ resident, messages }) => {
    clearChat();
    clearTurns();
    byId('resident-name').textContent = resident.name;
    showFollowing(resident.isFollower);
    if (messages.length === 0) showWelcome(commune, (text) => say(text));
    for (const message of messages) addMessage(message, say);
  });
  listen('message', (message) => {
    addMessage(message, say);
    if (message.from === 'resident') showTyping();
  });
  listen('log', addLog);
  listen('webhook-sent', addSent);
  listen('webhook', addWebhook);
  listen('trace', addTrace);
  listen('api', addApi);
}

function listen(name, act) {
  stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
}

function currentCommune() {
  return communes.find(({ oaId }) => oaId === talk.oaId);
}

/** Sends a text; a tapped "hide" button leaves no bubble, as in Zalo. */
function say(text, isHidden = false) {
  if (isHidden) showTyping();
  send('say', { text, isHidden });
}

function send(path, body) {
  post(path, { ...talk, ...body }).catch((error) => notify(error.message));
}

function showFollowing(value) {
  isFollower = value;
  byId('follow').hidden = false;
  byId('follow').textContent = value ? 'Bỏ quan tâm' : 'Quan tâm';
}

function notify(text) {
  byId('notice').textContent = text;
  byId('notice').hidden = false;
  setTimeout(() => (byId('notice').hidden = true), NOTICE_MS);
}

function bindComposer() {
  const text = byId('text');
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    if (text.value.trim() === '') return;
    say(text.value.trim());
    text.value = '';
  });
  byId('picture').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    target.value = '';
    if (file === undefined) return;
    const isPicture = ['image/jpeg', 'image/png'].includes(file.type);
    const headers = { 'content-type': isPicture ? file.type : 'application/octet-stream' };
    const query = new URLSearchParams({ ...talk, name: file.name });
    const sent = await fetch(`api/picture?${query}`, { method: 'POST', headers, body: file });
    if (!sent.ok) notify('Ảnh hoặc tệp không quá 5 MB.');
  });
  byId('follow').addEventListener('click', () => {
    send('deed', { deed: isFollower ? 'unfollow' : 'follow' });
    showFollowing(!isFollower);
  });
  bindLocation();
}

function bindLocation() {
  const dialog = byId('location-dialog');
  const sendPlace = ({ latitude, longitude }) => send('location', { latitude, longitude });
  byId('location').addEventListener('click', () => dialog.showModal());
  byId('location-cancel').addEventListener('click', () => dialog.close());
  byId('location-sample').addEventListener('click', () => {
    dialog.close();
    sendPlace(SAMPLE_PLACE);
  });
  byId('location-here').addEventListener('click', () => {
    dialog.close();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => sendPlace(coords),
      () => notify('Máy không cho biết vị trí. Hãy dùng vị trí ví dụ.'),
    );
  });
}

function bindPanel() {
  byId('commune').addEventListener('change', ({ target }) => void startConversation(target.value));
  byId('new-chat').addEventListener('click', () => {
    byId('panel').classList.remove('open');
    void startConversation(talk.oaId);
  });
  byId('open-panel').addEventListener('click', () => byId('panel').classList.add('open'));
  byId('close-panel').addEventListener('click', () => byId('panel').classList.remove('open'));
  for (const name of TABS) {
    byId(`tab-${name}`).addEventListener('click', () => showTab(name));
  }
}

function showTab(shown) {
  for (const name of TABS) {
    byId(name).hidden = name !== shown;
    byId(`tab-${name}`).setAttribute('aria-selected', String(name === shown));
  }
  // Counters run down and faults change things while the tab is out of sight.
  if (shown === 'switches') void showSwitches();
}
