/** A request that makes no sense in the village; its message is one Chinese line that the page shows as it is. */
export class VillageFault extends Error {
  override readonly name = 'VillageFault';
}

export function fault(message: string): VillageFault {
  return new VillageFault(message);
}
