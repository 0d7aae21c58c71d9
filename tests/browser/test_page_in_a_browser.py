"""The page that `--html` writes, as a colleague sees it: without a network, with mouse and keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from comity.model import Reading


def test_opens_without_a_network_and_without_a_complaint(page: Page, troubles: list[str]) -> None:
    page.wait_for_load_state("networkidle")
    assert troubles == []


def test_shows_a_record_for_every_claim(page: Page, reading: Reading) -> None:
    expect(page.locator(".card")).to_have_count(len(list(reading.claims())))


def test_every_record_leads_to_its_words(page: Page, reading: Reading) -> None:
    for card in page.locator(".card").all():
        claim = card.get_attribute("id")
        words = page.locator(f"mark[data-claims~='{claim}']").all_inner_texts()
        quote = card.locator("blockquote").first.inner_text().strip("“” \n")
        # All of the record's words are lit, its main quote among them (a headline may tell the same).
        assert "".join(quote.split()) in "".join("".join(words).split())
    assert page.locator("mark").count() >= 1
    assert reading.release.title in page.title()


def test_pointing_at_a_record_lights_its_words(page: Page) -> None:
    card = page.locator(".card").first
    card.hover()
    claim = card.get_attribute("id")
    expect(page.locator(f"mark[data-claims~='{claim}']").first).to_contain_class("on")


def test_a_kind_alone_can_be_shown_with_the_keyboard(page: Page) -> None:
    button = page.locator(".legend button[data-kind=commitment]")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".card[data-kind=engagement]").first).to_be_hidden()
    expect(page.locator(".card[data-kind=commitment]").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".card[data-kind=engagement]").first).to_be_visible()


def test_a_narrow_screen_shows_all_of_it(page: Page) -> None:
    page.set_viewport_size({"width": 380, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
