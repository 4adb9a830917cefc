import type { Case } from '../cases/case.js';
import { sealedRef } from '../cases/sealed-code.js';
import type { Desk } from './desk.js';
import { mayInspect } from './post-office.js';
import { tell } from './reply.js';

/** A new sealed case: its messages stand readable nowhere any more, and there is somebody who may look at it. */
export async function keepSealed(desk: Desk, c: Case, messages: string[], cause: string): Promise<void> {
  await desk.recents.veil(
    c.chat.id,
    messages.filter((id) => id !== ''),
  );
  if (desk.directory().officials.some((one) => mayInspect(one, c))) return;
  await wantInspector(desk, cause);
}

/** The admins hear that another inspector is wanted, and not for what. */
export async function wantInspector(desk: Desk, cause: string): Promise<void> {
  const to = { kind: 'admins' } as const;
  await tell(desk, `nobody:${sealedRef(cause)}`, null, [{ key: 'sealed_nobody', values: {}, to }]);
}
