"""Generated pages show text as it is, and link every citation that there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.law.library import constitutions, law
from majlis.render.site.decisions import Decision, with_links
from majlis.render.site.links import Links, article_path, slug
from majlis.render.site.markdown import bullets, escaped, folded, plural, table

MARKS = "`*_[]{}|<&\\"


@given(st.text(alphabet=MARKS + "ab1.-+#> \n", max_size=40))
def test_no_mark_of_markdown_is_left_in_escaped_text(text: str) -> None:
    shown = escaped(text)
    assert "\n" not in shown
    assert not set("`*_[]{}|<\\") & set(shown)
    assert not shown.startswith(("- ", "+ ", "# ", "> "))


def test_a_number_at_the_beginning_of_a_line_does_not_begin_a_list() -> None:
    assert escaped("12. The last") == "12&#46; The last"


@pytest.mark.parametrize(("name", "anchor"), [("1.II:office", "1-ii-office"), ("2", "2"), ("98-1.I", "98-1-i")])
def test_a_citation_is_a_plain_name_behind_the_hash(name: str, anchor: str) -> None:
    assert slug(name) == anchor


def test_blocks_are_plain_markdown() -> None:
    assert bullets(["a", "b"]) == "- a\n- b"
    assert table(["a", "b"], [["c", "d"]]) == "| a | b |\n| --- | --- |\n| c | d |"
    assert folded('Say "no"', "text") == "??? note \"Say 'no'\"\n\n    text"
    assert (plural(1, "case"), plural(2, "case")) == ("1 case", "2 cases")


def test_a_citation_in_a_sentence_becomes_a_link_and_a_number_does_not() -> None:
    name = constitutions()[0]
    its = law(name)
    norm = next(norm for norm in its.norms() if "." in norm.cite and ":" not in norm.cite)
    links = Links(name, "index.md")
    shown = links.text(f"See {norm.cite}, with 95 votes of 125 and 3.14.")
    assert shown.count("](") == 1
    assert f"#{slug(norm.cite)})" in shown


def test_a_page_does_not_link_to_itself_by_its_path() -> None:
    name = constitutions()[0]
    norm = law(name).norms()[0]
    article = norm.cite.partition(":")[0].partition(".")[0]
    assert Links(name, article_path(name, article)).provision(norm.cite).endswith(f"](#{slug(norm.cite)})")


def test_a_decision_names_the_articles_that_it_is_about_and_links_to_them() -> None:
    name = constitutions()[0]
    norm = law(name).norms()[0]
    article = norm.cite.partition(":")[0].partition(".")[0]
    text = f"# 101. A question\n\nOf `{name}/{norm.cite}`.\n\n```sh\nmajlis explain `{name}/{norm.cite}`\n```\n"
    decision = Decision("decisions/0101-a-question.md", text)
    assert decision.title == "101. A question"
    assert decision.on_law
    assert decision.names_article(name, article)
    assert with_links(text, decision.path, {}).count("](") == 1
