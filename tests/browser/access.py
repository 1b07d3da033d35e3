"""What axe objects to in what a page shows, and what those hear who listen to it."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SETTLED = """async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)));
}"""


def objections(page: Page) -> list[str]:
    """What axe objects to in what is seen, each with the first place."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    page.evaluate(_SETTLED)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


def heard_in_order(page: Page) -> list[tuple[str, str]]:
    """Role and name of what a screen reader comes by, from the first to the last; what has no name is left out."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    roots = [node for node in nodes.values() if node.get("parentId") not in nodes]
    found: list[tuple[str, str]] = []

    def walk(node: dict[str, Any]) -> None:
        role, name = (str(node.get(key, {}).get("value", "")) for key in ("role", "name"))
        if not node.get("ignored") and name.strip() and role != "InlineTextBox":
            found.append((role, name.strip()))
        for child in node.get("childIds", ()):
            if child in nodes:
                walk(nodes[child])

    for root in roots:
        walk(root)
    return found


def unnamed(page: Page) -> list[str]:
    """Roles of what Tab leads to, but says nothing of itself: it has neither a name nor words in it."""
    session = page.context.new_cdp_session(page)
    found = []
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        role, name = (str(node.get(key, {}).get("value", "")) for key in ("role", "name"))
        focusable = any(one["name"] == "focusable" and one["value"]["value"] for one in node.get("properties", ()))
        told = name.strip() or (role == "generic" and node.get("childIds"))
        if not focusable or node.get("ignored") or told or role == "RootWebArea":
            continue
        marks = session.send("DOM.describeNode", {"backendNodeId": node["backendDOMNodeId"]})["node"]["attributes"]
        if ("tabindex", "-1") not in zip(marks[::2], marks[1::2], strict=True):
            found.append(role)
    session.detach()
    return found
