const ONSETS = 'ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x'.split('|');

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay e ec em en eng enh eo ep et ech eu i ia ich iec iem ien ieng iep iet ieu ' +
    'im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet ' +
    'uynh uyt uyu y yem yen yet yeu'
  ).split(' '),
);

/** Whether folded letters can be one Vietnamese syllable. Judges form only, not whether the word exists. */
export function isSyllable(folded: string): boolean {
  if (folded.length > 7) return false;
  if (RIMES.has(folded)) return true;
  return ONSETS.some((onset) => folded.startsWith(onset) && RIMES.has(folded.slice(onset.length)));
}
