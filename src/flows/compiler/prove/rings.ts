/**
 * The ring that a node lies on, named by one of its members: strongly connected parts of more than one node, and
 * nodes linked to themselves (Tarjan's algorithm, without recursion).
 */
export function ringsOf(next: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const rings = new Map<string, string>();
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  for (const root of next.keys()) {
    if (index.has(root)) continue;
    const work: {id: string; at: number}[] = [{id: root, at: 0}];
    while (work.length) {
      const top = work[work.length - 1]!;
      const {id} = top;
      if (top.at === 0) {
        index.set(id, index.size);
        low.set(id, index.get(id)!);
        open.push(id);
        isOpen.add(id);
      }
      const to = (next.get(id) ?? [])[top.at++];
      if (to !== undefined) {
        if (!next.has(to)) continue;
        if (!index.has(to)) work.push({id: to, at: 0});
        else if (isOpen.has(to)) low.set(id, Math.min(low.get(id)!, index.get(to)!));
        if (to === id) rings.set(id, id);
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low.set(parent.id, Math.min(low.get(parent.id)!, low.get(id)!));
      if (low.get(id) !== index.get(id)) continue;
      const part: string[] = [];
      for (let member = open.pop()!; ; member = open.pop()!) {
        isOpen.delete(member);
        part.push(member);
        if (member === id) break;
      }
      if (part.length > 1) part.forEach((member) => rings.set(member, id));
    }
  }
  return rings;
}
