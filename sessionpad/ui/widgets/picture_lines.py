"""What was explored together, as a tree: for the client and the coach to look at, from where the client sits."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sessionpad.domain.picture import Picture
from sessionpad.i18n.terms import domain_name
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.tree_lines import Branch, tree_lines


def picture_lines(picture: Picture, texts: Texts, width: int) -> list[Content]:
    """The lines of the tree, for a width in cells; each part that has something in it."""
    head = Content.styled(texts.say(N_("What we explored together")).upper(), "bold $accent")
    parts = [(name, branches) for name, branches in _parts(picture, texts) if branches]
    if not parts:
        return [head, Content(""), *Content(texts.say(N_("Nothing yet: it grows as we talk."))).wrap(max(width, 1))]
    lines = [head]
    for name, branches in parts:
        lines += [Content(""), Content.styled(name, "bold"), *tree_lines(branches, width)]
    return lines


def _parts(picture: Picture, texts: Texts) -> Iterator[tuple[str, list[Branch]]]:
    say = texts.say
    yield say(N_("What matters to me")), [Branch(Content(text)) for text in picture.named]
    yield (
        say(N_("What is going on")),
        [*_plain(picture.facts), *_told(N_("what it is like for me"), picture.experience, texts)],
    )
    yield say(N_("What I tried already")), [_tried(each.what, each.effect) for each in picture.tried]
    yield (
        say(N_("What is strong")),
        [
            *_told(N_("of my own"), picture.strengths_self, texts),
            *_told(N_("around me"), picture.strengths_around, texts),
            *_told(N_("what works already"), picture.works_already, texts),
            *_told(N_("when it is different"), picture.exceptions, texts),
            *_told(N_("how I manage"), picture.coping, texts),
        ],
    )
    yield (
        say(N_("What stands in the way")),
        [
            *_told(N_("in myself"), picture.hindrances_self, texts),
            *_told(N_("around me"), picture.hindrances_around, texts),
        ],
    )
    yield say(N_("Who is around me")), [_person(*each) for each in _people(picture)]
    yield (
        say(N_("Who can do what")),
        [
            *_told(N_("I can do this alone"), picture.can_self, texts),
            *_told(N_("the people around me can do this"), picture.can_network, texts),
            *_told(N_("help is welcome here"), picture.help_needed, texts),
        ],
    )
    for view in picture.domains:
        said = [*_told(N_("goes well"), view.well, texts), *_told(N_("is difficult"), view.difficult, texts)]
        yield domain_name(view.domain, texts), said
    yield say(N_("What I hope for")), list(_plain(picture.hope))


def _plain(text: str) -> Iterator[Branch]:
    if text.strip():
        yield Branch(Content(text.strip()))


def _told(name: str, text: str, texts: Texts) -> Iterator[Branch]:
    """A branch with what it is about before it, quietly."""
    if text.strip():
        yield Branch(Content.assemble((f"{texts.say(name)}  ", "$quiet"), text.strip()))


def _tried(what: str, effect: str) -> Branch:
    return Branch(Content(what), [Branch(Content.assemble(("→ ", "$quiet"), effect))] if effect else ())


def _people(picture: Picture) -> Iterator[tuple[str, str, str]]:
    for each in picture.people:
        yield each.name, each.relation, each.helps_with


def _person(name: str, relation: str, helps_with: str) -> Branch:
    said = Content.assemble(name, (f"  {relation}" if relation else "", "$quiet"))
    return Branch(said, [Branch(Content(helps_with))] if helps_with else ())
