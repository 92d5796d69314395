import express, { type Response, type Router } from 'express';
import { z } from 'zod';
import { DEEDS, type Phone } from './phone.ts';
import type { Resident } from './residents.ts';
import type { SimulatorState } from './state.ts';
import { streamEvent } from './stream-hub.ts';
import { switchesSchema, switchLabels } from './switches.ts';

const MOST_SHOWN = 60; // records that a page gets when it opens
const LARGEST_FILE = '5mb';
const DAY_MS = 86_400_000;

const who = { oaId: z.string(), userId: z.string().regex(/^\d{15,20}$/) };
const subject = z.looseObject(who);
const residentSchema = z.strictObject({ oaId: z.string() });
const saySchema = z.strictObject({
  ...who,
  text: z.string().min(1).max(5000),
  isHidden: z.boolean().default(false),
});
const staffSchema = z.strictObject({ ...who, text: z.string().min(1).max(2000) });
const locationSchema = z.strictObject({
  ...who,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
const fileSchema = z.looseObject({ ...who, name: z.string().max(200).default('tệp') });
/** What Zalo's app sends as a picture; anything else goes as a file. */
const SENT_AS_PICTURE = ['image/jpeg', 'image/png'];
/** Neither this nor a picture can be posted by another site without asking first. */
const DOCUMENT = 'application/octet-stream';
const deedSchema = z.strictObject({ ...who, deed: z.enum(DEEDS) });
const fateSchema = z.strictObject({
  ...who,
  fate: z.enum(['silent-3-days', 'silent-8-days', 'block', 'unblock', 'expire-token']),
});

/** What the page asks of the simulator, under `/api`. Bodies are JSON, so another site cannot post them. */
export function createPageApi(state: SimulatorState, phone: Phone): Router {
  const router = express.Router();
  router.use(express.json());
  const meet = ({ oaId, userId }: { oaId: string; userId?: string }) =>
    state.accounts.some((one) => one.oaId === oaId)
      ? state.residents.meet(oaId, userId)
      : undefined;

  /** A route that does something for a resident and says 204 before Zalo's side has answered. */
  function onResident<S extends z.ZodType<{ oaId: string; userId: string }>>(
    path: string,
    schema: S,
    act: (resident: Resident, body: z.output<S>) => unknown,
  ): void {
    router.post(path, (request, response) => {
      const body = schema.safeParse(request.body);
      const resident = body.success ? meet(body.data) : undefined;
      if (!body.success || resident === undefined) {
        refuse(response, body.error);
        return;
      }
      act(resident, body.data);
      response.status(204).end();
    });
  }

  onResident('/say', saySchema, (one, { text, isHidden }) => phone.say(one, text, { isHidden }));
  onResident('/staff', staffSchema, (one, { text }) => phone.staffSays(one, text));
  onResident('/deed', deedSchema, (one, { deed }) => phone.do(one, deed));
  onResident('/location', locationSchema, (one, { latitude, longitude }) =>
    phone.sendLocation(one, latitude, longitude),
  );
  onResident('/fate', fateSchema, (one, { fate }) => {
    playFate(one, fate, state);
  });
  router.use(conversationRoutes(state, meet), switchRoutes(state));
  router.use('/picture', pictureRoutes(state, { phone, meet }));
  return router;
}

type Meet = (who: { oaId: string; userId?: string }) => Resident | undefined;

function conversationRoutes(state: SimulatorState, meet: Meet): Router {
  const router = express.Router();
  router.get('/communes', (_request, response) => {
    response.json(state.accounts.map(({ oaId, name, shortName }) => ({ oaId, name, shortName })));
  });
  router.post('/residents', (request, response) => {
    const resident = meet(residentSchema.safeParse(request.body).data ?? { oaId: '' });
    if (resident === undefined) refuse(response);
    else response.json({ userId: resident.userId, name: resident.name });
  });
  router.get('/stream', (request, response) => {
    const query = subject.safeParse(request.query);
    const resident = query.success ? meet(query.data) : undefined;
    if (resident === undefined) {
      refuse(response, query.error);
      return;
    }
    const { oaId, userId } = resident;
    state.hub.open(response, oaId, userId);
    const messages = state.chats.of(oaId, userId);
    response.write(streamEvent('history', { resident, messages }));
    const isTheirs = (one: { oaId: string; userId: string }) =>
      one.oaId === oaId && one.userId === userId;
    const { webhooks, traces, api } = state.log;
    response.write(
      streamEvent('log', {
        webhooks: webhooks.filter(isTheirs).slice(-MOST_SHOWN),
        traces: traces.filter(isTheirs).slice(-MOST_SHOWN),
        api: api.filter(isTheirs).slice(-MOST_SHOWN),
      }),
    );
  });
  return router;
}

function switchRoutes(state: SimulatorState): Router {
  const router = express.Router();
  router.get('/switches', (_request, response) => {
    response.json({ labels: switchLabels, values: state.switches });
  });
  router.post('/switches', (request, response) => {
    const changes = switchesSchema.partial().safeParse(request.body);
    if (!changes.success) {
      refuse(response, changes.error);
      return;
    }
    Object.assign(state.switches, changes.data);
    response.json(state.switches);
  });
  return router;
}

function pictureRoutes(
  state: SimulatorState,
  { phone, meet }: { phone: Phone; meet: Meet },
): Router {
  const router = express.Router();
  router.use(express.raw({ type: [...SENT_AS_PICTURE, DOCUMENT], limit: LARGEST_FILE }));
  router.post('/', (request, response) => {
    const query = fileSchema.safeParse(request.query);
    const resident = query.success ? meet(query.data) : undefined;
    const bytes: unknown = request.body;
    if (!query.success || resident === undefined || !Buffer.isBuffer(bytes) || bytes.length === 0) {
      refuse(response, query.error);
      return;
    }
    const contentType = request.get('content-type') ?? '';
    const assetId = state.assets.add({ oaId: resident.oaId, contentType, bytes });
    const { name } = query.data;
    if (SENT_AS_PICTURE.includes(contentType)) void phone.sendPicture(resident, assetId);
    else void phone.sendFile(resident, assetId, name);
    response.status(204).end();
  });
  return router;
}

function playFate(
  resident: Resident,
  fate: z.infer<typeof fateSchema>['fate'],
  { clock, tokens }: SimulatorState,
): void {
  const daysAgo = (days: number) => new Date(clock().getTime() - days * DAY_MS);
  if (fate === 'silent-3-days') resident.lastInteractionAt = daysAgo(3);
  if (fate === 'silent-8-days') resident.lastInteractionAt = daysAgo(8);
  if (fate === 'block') resident.hasBlocked = true;
  if (fate === 'unblock') resident.hasBlocked = false;
  if (fate === 'expire-token') tokens.expireAccess();
}

function refuse(response: Response, error?: z.ZodError): void {
  const message = error === undefined ? 'Không có OA này.' : z.prettifyError(error);
  response.status(400).json({ message });
}
