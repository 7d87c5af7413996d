// Snapping: which small correction of a movement puts an edge or a middle on the grid, on another item's, or on the area's.
import { items, item, page, family } from "./state.js";
import { view } from "./view.js";
import { shown } from "./overlay.js";

/** What things can snap to, along x and along y: [place, from, to], where from and to say how far the guide reaches. */
function targets(without) {
  const own = family(without);
  const [ax, ay, aw, ah] = page().area;
  const across = [];
  const down = [];
  const add = ([x, y, width, height]) => {
    for (const at of [x, x + width / 2, x + width]) across.push([at, y, y + height]);
    for (const at of [y, y + height / 2, y + height]) down.push([at, x, x + width]);
  };
  add([ax, ay, aw, ah]);
  // What stands by itself, and what stands beside it in the same row or group: each text of each row would catch everything.
  const parent = item(without)?.parent ?? null;
  for (const one of items()) if (!own.has(one.id) && (one.parent === null || one.parent === parent)) add(one.box);
  return { across, down };
}

function nearest(edges, lines, reach) {
  let best = null;
  for (const edge of edges) {
    for (const line of lines) {
      const delta = line[0] - edge;
      if (Math.abs(delta) <= reach && (!best || Math.abs(delta) < Math.abs(best.delta) - 1e-9)) best = { delta, line };
    }
  }
  return best;
}

function onGrid(edge, origin, reach) {
  if (!shown.grid) return null;
  const delta = origin + Math.round((edge - origin) / shown.step) * shown.step - edge;
  return Math.abs(delta) <= reach ? { delta, line: null } : null;
}

/**
 * The correction for a box that was moved, and the guides to show.
 * A part is null where nothing is near.
 * - box: where it would stand. edges: which of its edges move, as parts of its width and of its height.
 */
export function snap(id, box, edges) {
  const reach = 4 / view.scale;
  const { across, down } = targets(id);
  const [x, y, width, height] = box;
  const atX = edges.x.map((part) => x + part * width);
  const atY = edges.y.map((part) => y + part * height);
  const [ax, ay] = page().area;
  const hitX = nearest(atX, across, reach) ?? (atX.length ? onGrid(atX[0], ax, reach) : null);
  const hitY = nearest(atY, down, reach) ?? (atY.length ? onGrid(atY[0], ay, reach) : null);
  const guides = [];
  if (hitX?.line) guides.push({ isAcross: false, at: hitX.line[0], from: Math.min(hitX.line[1], y), to: Math.max(hitX.line[2], y + height) });
  if (hitY?.line) guides.push({ isAcross: true, at: hitY.line[0], from: Math.min(hitY.line[1], x), to: Math.max(hitY.line[2], x + width) });
  return { dx: hitX?.delta ?? null, dy: hitY?.delta ?? null, guides };
}

/** The nearest corner, edge or middle of any item, or of the area, to a point; the point itself if none is near. */
export function snapPoint(x, y) {
  const reach = 8 / view.scale;
  const [ax, ay, aw, ah] = page().area;
  const boxes = [[ax, ay, aw, ah], [0, 0, page().width, page().height], ...items().map((one) => one.box)];
  let best = null;
  const offer = (px, py, weight) => {
    const distance = Math.hypot(px - x, py - y) * weight;
    if (distance <= reach && (!best || distance < best.distance)) best = { distance, x: px, y: py };
  };
  for (const [bx, by, bw, bh] of boxes) {
    // Corners and middles first; along an edge only where none of them is near.
    for (const px of [bx, bx + bw / 2, bx + bw]) for (const py of [by, by + bh / 2, by + bh]) offer(px, py, 0.5);
    if (y >= by && y <= by + bh) { offer(bx, y, 1); offer(bx + bw, y, 1); }
    if (x >= bx && x <= bx + bw) { offer(x, by, 1); offer(x, by + bh, 1); }
  }
  return best ? [best.x, best.y] : [x, y];
}
