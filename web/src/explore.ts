// All ties at once: on a map, in time, as a network and as a table.

import { explore } from "./explore/page";

const root = document.getElementById("explore");
if (root) void explore(root);
