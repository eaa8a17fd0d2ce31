-- Each block holds one cite. For each, two paragraphs come back: the cite, and the work's entry in the list of references.

local function words(inlines)
  return pandoc.Plain { pandoc.Str(pandoc.utils.stringify(inlines)) }
end

function Pandoc(document)
  local set = pandoc.utils.citeproc(document)
  local entries = {}
  set:walk {
    Div = function(div)
      local item = div.identifier:match("^ref%-(.+)$")
      if item then entries[item] = div.content end
    end,
  }
  local out = pandoc.List()
  for _, block in ipairs(set.blocks) do
    block:walk {
      Cite = function(cite)
        local shown = cite.content
        cite:walk { Note = function(note) shown = note.content end }
        out:insert(words(shown))
        out:insert(words(entries[cite.citations[1].id] or pandoc.Inlines {}))
      end,
    }
  end
  return pandoc.Pandoc(out)
end
