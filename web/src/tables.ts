// Sorts `table.sortable` by a click or Enter on a column's head.

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

export function tables(within: ParentNode): void {
  for (const table of within.querySelectorAll<HTMLTableElement>("table.sortable:not([data-sorts])")) {
    table.dataset.sorts = "";
    for (const head of table.tHead?.rows[0]?.cells ?? []) {
      if (!head.hasAttribute("data-nosort")) enable(table, head);
    }
  }
}

function enable(table: HTMLTableElement, head: HTMLTableCellElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const direction = head.ariaSort === "ascending" ? "descending" : "ascending";
    for (const other of head.parentElement?.children ?? []) other.ariaSort = null;
    head.ariaSort = direction;
    sort(table, head.cellIndex, direction === "ascending" ? 1 : -1);
  });
}

/** Rows that say nothing in the column stay last in both directions. */
function sort(table: HTMLTableElement, column: number, sign: number): void {
  const body = table.tBodies[0];
  if (!body) return;
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[column]) }));
  rows.sort((one, other) => {
    if (one.key === "" || other.key === "") return Number(one.key === "") - Number(other.key === "");
    return sign * collator.compare(one.key, other.key);
  });
  body.append(...rows.map(({ row }) => row));
}

/** `data-sort` where the text does not sort by itself (dates in words, numbers with commas). */
function keyOf(cell: HTMLTableCellElement | undefined): string {
  const text = cell?.dataset.sort ?? cell?.textContent?.trim() ?? "";
  return cell?.classList.contains("n") && cell.dataset.sort === undefined ? text.replaceAll(",", "") : text;
}
