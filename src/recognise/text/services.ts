/** What comes to a house by pipe or wire, by the words that say it has stopped. */
const SERVICES: readonly RegExp[] = [
  /停水|没水|冇水|断水|无水|水停|自来水/u,
  /停电|没电|冇电|断电|无电|跳闸|电停/u,
  /停气|没气|断气|煤气|燃气|天然气/u,
  /断网|没网|冇网|网络|宽带|没信号|没得信号/u,
];

/**
 * Whether two texts speak of different services: one names a service that the other, which names some, does not. Water that
 * is off and power that is off are two matters, however alike the words about them are.
 */
export function otherService(text: string, others: readonly string[]): boolean {
  const named = servicesOf([text]);
  if (named.length === 0) return false;
  const known = servicesOf(others);
  return known.length > 0 && !named.some((service) => known.includes(service));
}

/** Whether both name the same service. */
export function sharesService(text: string, others: readonly string[]): boolean {
  const named = servicesOf([text]);
  return servicesOf(others).some((service) => named.includes(service));
}

function servicesOf(texts: readonly string[]): RegExp[] {
  return SERVICES.filter((service) => texts.some((text) => service.test(text)));
}
