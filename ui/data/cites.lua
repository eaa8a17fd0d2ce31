-- Each block holds one cite. It is set by a citeproc run of its own, or the second cite of a work would come out short
-- ("Karlsrud, “UN at War,” 43"): these cites are copied one by one, and each must stand alone. For each block, two
-- paragraphs come back: the cite, and the work's entry in the bibliography.

local function words(inlines)
  return pandoc.Plain { pandoc.Str(pandoc.utils.stringify(inlines)) }
end

function Pandoc(document)
  local out = pandoc.List()
  for _, block in ipairs(document.blocks) do
    local set = pandoc.utils.citeproc(pandoc.Pandoc({ block }, document.meta))
    local cite = set.blocks[1].content
    local entry = pandoc.Inlines {}
    set:walk {
      Note = function(note) cite = note.content end,
      Div = function(div)
        if div.identifier == "refs" and #div.content > 0 then entry = div.content end
      end,
    }
    out:insert(words(cite))
    out:insert(words(entry))
  end
  return pandoc.Pandoc(out)
end
