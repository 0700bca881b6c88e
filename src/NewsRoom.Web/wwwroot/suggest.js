// Suggestions under the search boxes: a combobox with a listbox (ARIA 1.2). Without this script the box is a plain form.

const wait = 150;

for (const input of document.querySelectorAll('form.search input[type="search"]')) {
    attach(input);
}

function attach(input) {
    const list = document.createElement("ul");
    list.id = `${input.id}-suggestions`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.form.dataset.suggestions ?? input.labels[0]?.textContent ?? "");
    list.hidden = true;
    input.parentElement.after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    let timer = 0;
    let asked = 0;
    let chosen = -1;

    input.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(ask, wait);
    });
    input.addEventListener("blur", () => setTimeout(close, wait));
    input.addEventListener("keydown", (event) => {
        if (list.hidden) {
            return;
        }
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
        } else if (event.key === "Escape") {
            event.preventDefault();
            close();
        } else if (event.key === "Enter" && chosen >= 0) {
            event.preventDefault();
            location.assign(list.children[chosen].dataset.path);
        }
    });

    async function ask() {
        const mine = ++asked;
        const text = input.value.trim();
        if (text.length < 2) {
            close();
            return;
        }
        try {
            const answer = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`);
            const found = answer.ok ? await answer.json() : [];
            if (mine === asked) {
                show(found);
            }
        } catch {
            close();
        }
    }

    function show(found) {
        list.replaceChildren(...found.map(option));
        chosen = -1;
        input.removeAttribute("aria-activedescendant");
        list.hidden = found.length === 0;
        input.setAttribute("aria-expanded", String(!list.hidden));
    }

    function option(suggestion, index) {
        const item = document.createElement("li");
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.dataset.path = suggestion.path;
        item.textContent = suggestion.text;
        if (suggestion.kind) {
            const kind = document.createElement("span");
            kind.className = "quiet";
            kind.textContent = ` ${suggestion.kind}`;
            item.append(kind);
        }
        item.addEventListener("pointerdown", (event) => {
            event.preventDefault();
            location.assign(suggestion.path);
        });
        return item;
    }

    function choose(index) {
        const count = list.children.length;
        chosen = index < -1 ? count - 1 : index >= count ? -1 : index;
        for (const [at, item] of [...list.children].entries()) {
            item.setAttribute("aria-selected", String(at === chosen));
        }
        if (chosen < 0) {
            input.removeAttribute("aria-activedescendant");
        } else {
            input.setAttribute("aria-activedescendant", list.children[chosen].id);
        }
    }

    function close() {
        show([]);
    }
}
