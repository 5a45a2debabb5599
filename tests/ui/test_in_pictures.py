"""Pictures of where someone is, each with the same in words; what the client may look at fills the screen at one key."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.client import Closeness, Person
from sessionpad.domain.ending import GoalResult
from sessionpad.i18n.texts import texts_in
from sessionpad.i18n.words import EFFORT, RESULT
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.ui.rooms import ROOMS
from sessionpad.ui.screens.base import Notice
from sessionpad.ui.screens.client_view import ClientViewScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.pictures import Picture, PicturesScreen
from sessionpad.ui.widgets.rows import Rows
from tests.planted import Planted
from tests.ui.conftest import Clock, Coach, Sit, dossier_of
from tests.ui.joined import dossier_with_everything

ROOM = str(next(number for number, room in enumerate(ROOMS) if room.name == "pictures"))


async def look(coach: Coach, picture: Picture) -> str:
    """Into the room from the list of clients, and on to this picture; what stands there, on one line."""
    await coach.press("enter")
    coach.on(DossierScreen).query_one("#menu", Rows).chosen = ROOM
    await coach.press("enter")
    screen = coach.on(PicturesScreen)
    await coach.press(*["f6"] * list(Picture).index(picture))
    assert screen.query_one(Rows).chosen == picture
    return words(coach)


def words(coach: Coach) -> str:
    return " ".join(coach.seen.replace("│", " ").replace("┊", " ").split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_picture_says_the_same_in_words(
    language: Language, size: tuple[int, int], demos: dict[Language, Desk], sit: Sit
) -> None:
    """The way, how it goes, what carries and who is around: no picture without its words."""
    say = {
        "nl": ("2 gesprekken · 1 stap gezet", "nog 5 weken", "heel veel", "Hoe zwaar", "2 dichtbij"),
        "en": ("2 talks · 1 step taken", "5 weeks left", "very much", "How heavy", "2 near"),
    }[language]
    async with sit(demos[language], language=language, size=size) as coach:
        seen = await look(coach, Picture.PATH)
        coach.app.screen.query_one("#picture").focus()
        for _ in list(Picture)[1:]:
            await coach.press("f6", "end")
            seen += words(coach)
        assert [each for each in say if each not in seen] == []


async def test_the_way_goes_from_the_beginning_past_today_to_the_goal(demo: Desk, sit: Sit) -> None:
    """Talks and what was done lie above today, what is still to do under it, the goal at the end; undo is seen too."""
    async with sit(demo, size=(120, 60)) as coach:
        await coach.press("enter", "enter")
        await coach.write("> doos halen @ik\n")
        await coach.press("escape")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        seen = await look_from_dossier(coach)
        order = ["Hier begonnen we", "Gesprek 1", "Gesprek 2", "Gesprek 3", "◆ Vandaag", "Nog te doen", "◎ Mijn doel"]
        places = [seen.find(each) for each in order]
        assert places == sorted(places)
        assert -1 not in places
        assert seen.index("◆ Vandaag") < seen.index("doos halen") < seen.index("◎ Mijn doel")
        await coach.press("ctrl+z")
        assert "doos halen" not in words(coach)


async def look_from_dossier(coach: Coach) -> str:
    coach.on(DossierScreen).query_one("#menu", Rows).focus()
    coach.on(DossierScreen).query_one("#menu", Rows).chosen = ROOM
    await coach.press("enter")
    coach.on(PicturesScreen)
    return words(coach)


async def test_an_empty_dossier_says_what_will_come(desk: Desk, sit: Sit) -> None:
    """With nothing told yet each picture says what fills it."""
    async with sit(desk, size=(80, 24)) as coach:
        await coach.write("N. 7\n\n")
        await coach.press("enter")
        seen = await look_from_dossier(coach)
        for _ in Picture:
            await coach.press("f6")
            seen += words(coach)
        for sentence in (
            "Nog niets: inzet en resultaat komen hier",
            "Nog niets: wat gezegd is over sterktes",
            "Nog niemand: wie er rondom je is",
        ):
            assert sentence in seen


async def test_a_reached_goal_ends_the_way(demo: Desk, sit: Sit) -> None:
    """When the goal was reached nothing is ahead any more, and no day is called today."""
    pad = demo.open(demo.find("A."))
    pad.close(GoalResult.EASED)
    pad.save()
    async with sit(demo, size=(120, 60)) as coach:
        await coach.press("enter")
        seen = await look_from_dossier(coach)
        assert "◎ Mijn doel, bereikt" in seen
        assert "Vandaag" not in seen
        assert "Nog te doen" not in seen


NEAR = [
    Person(name="Ver", closeness=Closeness.FAR),
    Person(name="Dicht", closeness=Closeness.NEAR, relation="zus"),
    Person(name="Buurt", closeness=Closeness.AROUND),
    Person(name="Onbekend"),
]


async def test_the_nearer_someone_is_the_shorter_the_line(demo: Desk, sit: Sit) -> None:
    """From the middle outward, whatever the order they were written down in."""
    pad = demo.open(demo.find("A."))
    pad.put_people(tuple(NEAR))
    pad.save()
    async with sit(demo, size=(100, 40)) as coach:
        await look(coach, Picture.NETWORK)
        lines = coach.seen.splitlines()
        at = {name: next(line for line in lines if f"─ {name}" in line) for name in ("Dicht", "Buurt", "Ver")}
        assert [at[name].index(name) for name in at] == sorted(at[name].index(name) for name in at)
        assert [lines.index(at[name]) for name in at] == sorted(lines.index(at[name]) for name in at)
        assert "1 dichtbij · 1 in de buurt · 1 verder weg · 1 nog niet gezegd" in words(coach)


MAY_READ: dict[Picture, set[str]] = {
    Picture.PATH: {"trajectories.goal.text", "today.text", "before.text", "tasks.text"},
    Picture.BALANCE: {
        "exploration.strengths_self",
        "exploration.strengths_around",
        "exploration.hindrances_self",
        "exploration.hindrances_around",
        "exploration.works_already",
        "exploration.coping",
        "exploration.domains.well",
        "exploration.domains.difficult",
    },
    Picture.NETWORK: {"client.people.name", "client.people.relation", "client.people.helps_with"},
}
"""The whole list of what is drawn full screen, for each picture that the client may look at."""


@pytest.mark.parametrize("picture", MAY_READ)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_private_is_in_a_picture(
    picture: Picture, language: Language, desk: Desk, clock: Clock, sit: Sit
) -> None:
    """F5 fills the screen with this picture: exactly what the client may read, and no word for a score."""
    planted = Planted()
    desk.put(dossier_with_everything(planted, clock))
    async with sit(desk, language=language, size=(120, 100)) as coach:
        await look(coach, picture)
        await coach.press("f5")
        coach.on(ClientViewScreen)
        assert {path for path, text in planted.texts.items() if text in coach.seen} == MAY_READ[picture]
        scores = {texts_in(language).say(word) for table in (EFFORT, RESULT) for word in table.values()}
        assert not {line.strip() for line in coach.seen.splitlines()} & scores
        await coach.press("escape")
        assert coach.on(PicturesScreen).query_one(Rows).chosen == picture


async def test_scores_do_not_fill_the_screen(demo: Desk, sit: Sit) -> None:
    """The client's page holds no score; F5 says so, and F12 goes to the goal as from anywhere."""
    async with sit(demo) as coach:
        await look(coach, Picture.GROWTH)
        await coach.press("f5")
        assert "Scores krijgen geen eigen scherm" in coach.on(PicturesScreen).query_one(Notice).message
        await coach.press("f12")
        coach.on(ClientViewScreen)
        assert "MIJN DOEL" in coach.seen


async def test_the_clients_page_turns_past_the_pictures(demo: Desk, sit: Sit) -> None:
    """F5 in the client view goes from page to page, past those with nothing on them, and comes round."""
    async with sit(demo, size=(120, 60)) as coach:
        await coach.press("enter", "f12")
        heads = []
        for _ in range(6):
            heads.append(next(line.strip() for line in coach.seen.splitlines() if line.strip()))
            await coach.press("f5")
        assert heads == [
            "MIJN DOEL",
            "WAT WE SAMEN IN KAART BRACHTEN",
            "DE WEG NAAR MIJN DOEL",
            "WAT WEEGT EN WAT DRAAGT",
            "WIE ER OM ME HEEN STAAT",
            "MIJN DOEL",
        ]


async def test_a_day_that_is_past_is_not_on_the_way(demo: Desk, clock: Clock, sit: Sit) -> None:
    """What should have been done stands there without its day."""
    clock.pass_(days=40)
    late = [task for task in dossier_of(demo, "A.").open_tasks if task.due == date(2026, 11, 27)]
    assert late
    async with sit(demo, size=(120, 60)) as coach:
        seen = await look(coach, Picture.PATH)
        assert late[0].text in seen
        assert "27 november" not in seen
