/** Mean radius of the earth in kilometres (IUGG). */
export const EARTH_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres between two points in degrees (haversine; Sinnott, "Virtues of the haversine", 1984). */
export function kilometres(latA: number, lonA: number, latB: number, lonB: number): number {
  const [a, b] = [latA * RADIANS, latB * RADIANS];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((lonB - lonA) * RADIANS) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}
