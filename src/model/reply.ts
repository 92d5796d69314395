/** One thing the resident may tap. `send` is what comes back to the bot, as if they had typed it. */
export type Choice =
  | { kind: 'say'; title: string; send: string }
  | { kind: 'link'; title: string; url: string }
  | { kind: 'call'; title: string; phone: string };

/** A message to a resident, as data. `zalo/messages.ts` alone knows Zalo's limits and numbers the choices. */
export type Reply = {
  text: string;
  /** At most five. The `say` ones are also numbered in the text, for phones that show no buttons. */
  choices?: readonly Choice[];
  imageUrl?: string;
};
