/**
 * Runs the sides of a comparison in turn, `rounds` times, the order turned over each time; one round before that warms
 * up and is thrown away.
 * @template {string} Side
 * @param {Record<Side, (round: number) => Promise<number> | number>} sides
 * @returns {Promise<Record<Side, number[]>>}
 */
export async function alternate(sides, rounds, warmUp = 1) {
  const names = Object.keys(sides);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) {
      const value = await sides[name](round);
      if (round >= 0) results[name].push(value);
    }
  }
  return results;
}
